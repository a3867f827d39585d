import { type ReactElement, type SubmitEvent, useRef, useState } from 'react';
import { PRODUCTION_BASE_URL } from '../../../../core/atlas.ts';
import type { Mode } from '../../../../core/plan.ts';
import { actions } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { modeOfKey } from './key-mode.ts';

interface AddConnectionProps {
  readonly keysAreKept: boolean;
  readonly onAdded: () => void;
}

/** Asks for an address and a key; what a key changes is said before it is added. */
export function AddConnection({ keysAreKept, onAdded }: AddConnectionProps): ReactElement {
  const [isBusy, setIsBusy] = useState(false);
  // SECURITY: of what is typed only the mode is kept here.
  const [mode, setMode] = useState<Mode | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const { name, baseUrl, key } = event.currentTarget.elements as unknown as Record<Entry, HTMLInputElement>;
    const input = { name: name.value, baseUrl: baseUrl.value.trim(), key: key.value.trim() };
    // SECURITY: the key stays in the page no longer than it takes to hand it over.
    key.value = '';
    setMode(null);
    setIsBusy(true);
    try {
      if (!(await actions.connections.add(input))) return;
      form.current?.reset();
      onAdded();
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form ref={form} className="add-connection" onSubmit={(event) => void submit(event)}>
      <h3>{CONNECTION.add}</h3>
      <label className="field">
        <span>{CONNECTION.name}</span>
        <input
          className="input"
          name="name"
          required
          maxLength={100}
          placeholder={CONNECTION.nameExample}
          autoComplete="off"
        />
      </label>
      <label className="field">
        <span>{CONNECTION.url}</span>
        <input
          className="input"
          name="baseUrl"
          type="url"
          required
          defaultValue={PRODUCTION_BASE_URL}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className="field">
        <span>{CONNECTION.secret}</span>
        <input
          className="input"
          name="key"
          type="password"
          required
          placeholder={CONNECTION.secretExample}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setMode(modeOfKey(target.value))}
        />
        <span className="quiet">{keysAreKept ? CONNECTION.secretHint : CONNECTION.secretNotKept}</span>
      </label>
      <div role="status">
        {mode === 'LIVE' && (
          <div className="callout callout-live">
            <Icon name="live" />
            <p>{CONNECTION.liveKey}</p>
          </div>
        )}
      </div>
      <button type="submit" className="button button-primary" disabled={isBusy}>
        {CONNECTION.submit}
      </button>
    </form>
  );
}

type Entry = 'name' | 'baseUrl' | 'key';
