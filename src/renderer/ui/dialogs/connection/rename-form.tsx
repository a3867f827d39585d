import { type ReactElement, type SubmitEvent, useEffect, useRef } from 'react';
import type { ConnectionView } from '../../../../contract/plan-schemas.ts';
import { actions } from '../../../store.ts';
import { CONNECTION } from '../../words/connection.ts';
import { InPlace } from './in-place.tsx';

interface RenameFormProps {
  readonly connection: ConnectionView;
  readonly onDone: () => void;
}

/** Another name for a connection, with the old one to begin with. */
export function RenameForm({ connection, onDone }: RenameFormProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = input.current?.value.trim() ?? '';
    if (name === '') return;
    if (await actions.connections.rename(connection.connectionId, name)) onDone();
  };
  return (
    <InPlace onCancel={onDone}>
      <form className="connection-form" onSubmit={(event) => void submit(event)}>
        <label className="field">
          <span>{CONNECTION.newName}</span>
          <input
            ref={input}
            className="input"
            name="newName"
            required
            maxLength={100}
            defaultValue={connection.name}
            autoComplete="off"
          />
        </label>
        <div className="connection-actions">
          <button type="button" className="button button-plain" onClick={onDone}>
            {CONNECTION.cancel}
          </button>
          <button type="submit" className="button button-primary">
            {CONNECTION.save}
          </button>
        </div>
      </form>
    </InPlace>
  );
}
