import type { ReactElement } from 'react';
import { ALL_STATES, ROW_STATES, type StateCounts } from '../../../../core/row-state.ts';
import { stateCountText } from '../../../../core/words/states.ts';
import { number } from '../../../../core/words/text.ts';
import { runHistory, useHistory } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { HISTORY } from '../../words/history.ts';

/** Every state of its rows with its number; one of them chosen shows its rows alone. */
export function StateFilter({ counts }: { readonly counts: StateCounts }): ReactElement {
  const chosen = useHistory((state) => state.wanted.state);
  const states = ALL_STATES.filter((state) => (counts[state] ?? 0) > 0);
  const all = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <div className="history-states" role="group" aria-label={HISTORY.rowColumns.status}>
      <button
        type="button"
        className="summary"
        aria-pressed={chosen === null}
        onClick={() => void runHistory.showRows({ state: null })}
      >
        {HISTORY.all} {number(all)}
      </button>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          className={`summary tone-${ROW_STATES[state].tone}`}
          aria-pressed={chosen === state}
          data-state={state}
          onClick={() => void runHistory.showRows({ state })}
        >
          <Icon name={state} />
          <span>{stateCountText(counts[state] ?? 0, state)}</span>
        </button>
      ))}
    </div>
  );
}
