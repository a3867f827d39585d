import type { ReactElement } from 'react';
import { actions, useWorkspace } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { Dialog } from '../dialog.tsx';
import { AddConnection } from './add-connection.tsx';
import { ConnectionItem } from './connection-item.tsx';
import { InUse } from './in-use.tsx';

/** Whom the app talks to. Keys go to the host and never come back. */
export function ConnectionDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const connections = useWorkspace((state) => state.connections);
  const used = useWorkspace((state) => state.connection?.connectionId);
  const keysAreKept = useWorkspace((state) => state.keysAreKept);
  const isStandIn = useWorkspace((state) => state.isStandIn);
  const practice = connections.find(({ isPractice }) => isPractice);
  const others = connections.filter(({ isPractice }) => !isPractice);
  const usePractice = async (): Promise<void> => {
    await actions.usePractice();
    onClose();
  };
  return (
    <Dialog
      title={CONNECTION.title}
      lead={CONNECTION.lead}
      kind="card"
      onClose={onClose}
      footer={
        <button type="button" className="button button-plain" onClick={onClose}>
          {CONNECTION.close}
        </button>
      }
    >
      <ul className="connections">
        <li className={`connection${practice && practice.connectionId === used ? ' is-used' : ''}`}>
          <ModeBadge mode="TEST" />
          <div className="connection-words">
            <strong>{CONNECTION.practice}</strong>
            <span className="quiet">{CONNECTION.practiceHint}</span>
          </div>
          {practice && practice.connectionId === used ? (
            <InUse />
          ) : (
            <button
              type="button"
              className="button button-plain"
              data-connection="practice"
              onClick={() => void usePractice()}
            >
              {CONNECTION.use}
            </button>
          )}
        </li>
        {others.map((connection) => (
          <ConnectionItem
            key={connection.connectionId}
            connection={connection}
            isUsed={connection.connectionId === used}
            onUse={() => {
              actions.useConnection(connection.connectionId);
              onClose();
            }}
          />
        ))}
      </ul>
      <AddConnection keysAreKept={keysAreKept} onAdded={onClose} />
      {isStandIn && (
        <p className="note">
          <Icon name="info" />
          {CONNECTION.standIn}
        </p>
      )}
    </Dialog>
  );
}
