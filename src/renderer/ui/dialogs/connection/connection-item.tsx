import { type ReactElement, useRef, useState } from 'react';
import type { ConnectionView } from '../../../../contract/plan-schemas.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { ModeBadge } from '../../mode-badge.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { Question } from '../question.tsx';
import { ConnectionTools, type Tool } from './connection-tools.tsx';
import { InPlace } from './in-place.tsx';
import { InUse } from './in-use.tsx';
import { KeyTest } from './key-test.tsx';
import { RenameForm } from './rename-form.tsx';
import { ReplaceKeyForm } from './replace-key-form.tsx';

interface ConnectionItemProps {
  readonly connection: ConnectionView;
  readonly isUsed: boolean;
  readonly onUse: () => void;
}

type Asking = Extract<Tool['id'], 'rename' | 'replace' | 'remove'>;

/** One connection, and what can be done with it: one thing at a time is asked, below it. */
export function ConnectionItem({ connection, isUsed, onUse }: ConnectionItemProps): ReactElement {
  const { connectionId, name, baseUrl, mode, keyLastFour, isKept } = connection;
  const [asking, setAsking] = useState<Asking | null>(null);
  const isTesting = useWorkspace((state) => state.keyTests.get(connectionId) === 'testing');
  const item = useRef<HTMLLIElement>(null);
  const done = (): void => {
    // Back to where it was asked for; what was asked goes away.
    item.current?.querySelector<HTMLElement>(`[data-do="${asking}"]`)?.focus();
    setAsking(null);
  };
  const ask = (what: Asking) => (): void => setAsking(asking === what ? null : what);
  return (
    <li ref={item} className={`connection${isUsed ? ' is-used' : ''}`} data-connection={name}>
      <div className="connection-line">
        <ModeBadge mode={mode} />
        <div className="connection-words">
          <strong>{name}</strong>
          <span className="quiet" title={baseUrl}>
            {baseUrl}
          </span>
          <span className="quiet">
            {CONNECTION.key(keyLastFour)}
            {!isKept && ` · ${CONNECTION.forgotten}`}
          </span>
        </div>
        {isUsed ? (
          <InUse />
        ) : (
          <button type="button" className="button button-plain" data-do="use" onClick={onUse}>
            {CONNECTION.use}
          </button>
        )}
      </div>
      <div className="connection-below">
        <ConnectionTools
          name={name}
          tools={[
            {
              id: 'test',
              label: CONNECTION.test,
              isDisabled: isTesting,
              onClick: () => void actions.connections.test(connectionId),
            },
            { id: 'rename', label: CONNECTION.rename, onClick: ask('rename') },
            { id: 'replace', label: CONNECTION.replaceKey, onClick: ask('replace') },
            { id: 'remove', label: CONNECTION.remove, onClick: ask('remove') },
          ]}
        />
        <KeyTest connectionId={connectionId} />
      </div>
      {asking === 'rename' && <RenameForm connection={connection} onDone={done} />}
      {asking === 'replace' && <ReplaceKeyForm connection={connection} onDone={done} />}
      {asking === 'remove' && (
        <InPlace onCancel={done}>
          <Question
            of="remove"
            look="warning"
            title={CONNECTION.removeQuestion(name)}
            lead={CONNECTION.removeLead}
            keep={CONNECTION.keep}
            confirm={CONNECTION.removeNow}
            onKeep={done}
            onConfirm={() => actions.connections.remove(connectionId)}
          />
        </InPlace>
      )}
    </li>
  );
}
