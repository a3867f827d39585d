import { type ReactElement, useId } from 'react';
import { KEEP_DAYS } from '../../../../contract/history-schemas.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { HISTORY, keepText } from '../../words/history.ts';

/** How long runs are kept, and what happens then. */
export function KeepSetting(): ReactElement {
  const keepDays = useWorkspace((state) => state.settings.keepDays);
  const hintId = useId();
  return (
    <div className="keep-setting">
      <label>
        <span>{HISTORY.keepFor}</span>
        <select
          className="select"
          data-keep
          value={String(keepDays)}
          aria-describedby={hintId}
          onChange={({ target }) => {
            const chosen = KEEP_DAYS.find((days) => String(days) === target.value);
            if (chosen !== undefined) void actions.settings.change({ keepDays: chosen });
          }}
        >
          {KEEP_DAYS.map((days) => (
            <option key={days} value={String(days)}>
              {keepText(days)}
            </option>
          ))}
        </select>
      </label>
      <span className="quiet" id={hintId}>
        {HISTORY.keepHint}
      </span>
    </div>
  );
}
