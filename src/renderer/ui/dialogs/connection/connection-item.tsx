import type { ReactElement } from 'react';
import type { ConnectionView } from '../../../../contract/plan-schemas.ts';
import { actions } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
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
      <button
        type="button"
        className="button button-icon"
        aria-label={CONNECTION.remove(name)}
        title={CONNECTION.remove(name)}
        onClick={() => void actions.removeConnection(connectionId)}
      >
        <Icon name="remove" />
      </button>
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
