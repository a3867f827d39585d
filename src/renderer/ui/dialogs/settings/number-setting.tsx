import { type ReactElement, useId, useRef, useState } from 'react';
import { boundsOf, isAllowed, type WorkSettingName } from '../../../../core/work-settings.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { NUMBER_SETTINGS, SETTINGS } from '../../words/settings.ts';
import { SettingRow } from './setting-row.tsx';

const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** A number: what is typed holds as soon as it may; what may not is refused with its bounds. */
export function NumberSetting({ name }: { readonly name: WorkSettingName }): ReactElement {
  const value = useWorkspace((state) => state.settings.work[name]);
  const [typed, setTyped] = useState<string | null>(null);
  /** Nobody is told off in the middle of typing. */
  const [isDone, setIsDone] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [inputId, hintId, boundsId, problemId] = [useId(), useId(), useId(), useId()];
  const { label, unit, meaning } = NUMBER_SETTINGS[name];
  const { least, most, usual } = boundsOf(name);
  const isWrong = isDone && typed !== null && !isAllowed(name, numberOf(typed));
  const set = (wanted: number): void => void actions.settings.change({ work: { [name]: wanted } });
  const type = (text: string): void => {
    setTyped(text);
    if (!isAllowed(name, numberOf(text))) return;
    setIsDone(false);
    set(numberOf(text));
  };
  const leave = (): void => {
    if (typed !== null && isAllowed(name, numberOf(typed))) setTyped(null);
    else setIsDone(true);
  };
  const toDefault = (): void => {
    setTyped(null);
    setIsDone(false);
    set(usual);
    // The button goes away.
    input.current?.focus();
  };
  return (
    <SettingRow inputId={inputId} hintId={hintId} label={label} meaning={meaning}>
      <span className="setting-entry">
        <input
          ref={input}
          id={inputId}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          data-setting={name}
          value={typed ?? String(value)}
          aria-invalid={isWrong}
          aria-describedby={`${hintId} ${boundsId}${isWrong ? ` ${problemId}` : ''}`}
          onChange={({ target }) => type(target.value)}
          onBlur={leave}
          onKeyDown={({ key }) => {
            if (key === 'Enter') leave();
          }}
        />
        <span>{unit}</span>
      </span>
      <span className="quiet" id={boundsId}>
        {SETTINGS.bounds(least, most, usual)}
      </span>
      {isWrong && (
        <span className="inline-problem" id={problemId} role="alert">
          {SETTINGS.refused(least, most, value)}
        </span>
      )}
      {(value !== usual || isWrong) && (
        <button
          type="button"
          className="link"
          data-default={name}
          aria-label={SETTINGS.toDefaultOf(label, usual)}
          onClick={toDefault}
        >
          {SETTINGS.toDefault}
        </button>
      )}
    </SettingRow>
  );
}
