import { type ReactElement, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { ConnectionView } from '../../../../contract/plan-schemas.ts';
import type { Mode } from '../../../../core/plan.ts';
import { actions } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { InPlace } from './in-place.tsx';
import { modeOfKey } from './key-mode.ts';

interface ReplaceKeyFormProps {
  readonly connection: ConnectionView;
  readonly onDone: () => void;
}

/** Another key for the same address. That it changes TEST to LIVE is said while it is typed, and once more after. */
export function ReplaceKeyForm({ connection, onDone }: ReplaceKeyFormProps): ReactElement {
  const { connectionId, name, mode } = connection;
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  // SECURITY: of what is typed only the mode is kept here.
  const [typed, setTyped] = useState<Mode | null>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = input.current;
    if (!element) return;
    const key = element.value.trim();
    // SECURITY: the key stays in the page no longer than it takes to hand it over.
    element.value = '';
    setTyped(null);
    setIsBusy(true);
    const replaced = await actions.connections.replaceKey(connectionId, key);
    setIsBusy(false);
    if (!replaced) return;
    if (replaced.mode !== mode)
      actions.tell(replaced.mode === 'LIVE' ? CONNECTION.nowLive(name) : CONNECTION.nowTest(name));
    onDone();
  };
  const becomes = typed !== null && typed !== mode ? typed : null;
  return (
    <InPlace onCancel={onDone}>
      <form className="connection-form" onSubmit={(event) => void submit(event)}>
        <label className="field">
          <span>{CONNECTION.newKey}</span>
          <input
            ref={input}
            className="input"
            name="newKey"
            type="password"
            required
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped(modeOfKey(target.value))}
          />
          <span className="quiet">{CONNECTION.replaceLead}</span>
        </label>
        <div role="status">
          {becomes && (
            <div
              className={`callout ${becomes === 'LIVE' ? 'callout-live' : 'callout-info'}`}
              data-becomes={becomes}
            >
              <Icon name={becomes === 'LIVE' ? 'live' : 'test'} />
              <div>
                <p className="mode-change">
                  <ModeBadge mode={mode} />
                  <Icon name="arrow" />
                  <ModeBadge mode={becomes} />
                </p>
                <p>{becomes === 'LIVE' ? CONNECTION.becomesLive : CONNECTION.becomesTest}</p>
              </div>
            </div>
          )}
        </div>
        <div className="connection-actions">
          <button type="button" className="button button-plain" onClick={onDone}>
            {CONNECTION.cancel}
          </button>
          <button
            type="submit"
            className={`button ${becomes === 'LIVE' ? 'button-live' : 'button-primary'}`}
            disabled={isBusy}
          >
            {becomes === 'LIVE' ? CONNECTION.replaceWithLive : CONNECTION.replaceNow}
          </button>
        </div>
      </form>
    </InPlace>
  );
}
