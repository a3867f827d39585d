import type { ReactElement } from 'react';
import { actions, useWorkspace } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { Dialog } from '../dialog.tsx';
import { AddConnection } from './add-connection.tsx';
import { ConnectionItem } from './connection-item.tsx';
import { PracticeItem } from './practice-item.tsx';

/** Whom the app talks to. Keys go to the host and never come back. */
export function ConnectionDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const connections = useWorkspace((state) => state.connections);
  const used = useWorkspace((state) => state.connection?.connectionId);
  const keysAreKept = useWorkspace((state) => state.keysAreKept);
  const isStandIn = useWorkspace((state) => state.isStandIn);
  const practice = connections.find(({ isPractice }) => isPractice);
  const others = connections.filter(({ isPractice }) => !isPractice);
  const usePractice = async (): Promise<void> => {
    await actions.connections.usePractice();
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
        <PracticeItem
          isStarted={practice !== undefined}
          isUsed={practice !== undefined && practice.connectionId === used}
          onUse={() => void usePractice()}
        />
        {others.map((connection) => (
          <ConnectionItem
            key={connection.connectionId}
            connection={connection}
            isUsed={connection.connectionId === used}
            onUse={() => {
              actions.connections.useKnown(connection.connectionId);
              onClose();
            }}
          />
        ))}
      </ul>
      <p className="note">{CONNECTION.testHint}</p>
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
