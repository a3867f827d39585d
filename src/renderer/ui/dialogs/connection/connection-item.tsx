import type { ReactElement } from 'react';
import type { ConnectionView } from '../../../../contract/plan-schemas.ts';
import { actions } from '../../../store.ts';
import { IconButton } from '../../icon-button.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { InUse } from './in-use.tsx';

interface ConnectionItemProps {
  readonly connection: ConnectionView;
  readonly isUsed: boolean;
  readonly onUse: () => void;
}

export function ConnectionItem({ connection, isUsed, onUse }: ConnectionItemProps): ReactElement {
  const { connectionId, name, baseUrl, mode, keyLastFour, isKept } = connection;
  return (
    <li className={`connection${isUsed ? ' is-used' : ''}`}>
      <ModeBadge mode={mode} />
      <div className="connection-words">
        <strong>{name}</strong>
        <span className="quiet">
          {baseUrl} · {CONNECTION.key(keyLastFour)}
          {!isKept && ` · ${CONNECTION.forgotten}`}
        </span>
      </div>
      <IconButton
        icon="remove"
        label={CONNECTION.remove(name)}
        onClick={() => void actions.removeConnection(connectionId)}
      />
      {isUsed ? (
        <InUse />
      ) : (
        <button type="button" className="button button-plain" onClick={onUse}>
          {CONNECTION.use}
        </button>
      )}
    </li>
  );
}
