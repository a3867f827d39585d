import type { ReactElement } from 'react';
import { ALL_STATES, ROW_STATES, type RowState } from '../../../core/row-state.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import { Icon } from '../icon.tsx';
import { tabLabel } from '../words/app.ts';
import { REVIEW } from '../words/review.ts';

interface StateLinesProps {
  readonly sheet: SheetModel;
  readonly stages: 'before_run' | 'run';
}

/** Rows by state, each a list of its own: those that the plan does not write, or what became of the others. */
export function StateLines({ sheet, stages }: StateLinesProps): ReactElement | null {
  const states = ALL_STATES.filter(
    (state) => (sheet.counts[state] ?? 0) > 0 && (stages === 'run' ? isOfRun(state) : isLeftAlone(state)),
  );
  if (states.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3>{stages === 'run' ? REVIEW.outcomes : REVIEW.left}</h3>
      <ul className="figures">
        {states.map((state) => (
          <li key={state}>
            <StateLine sheet={sheet} state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isOfRun = (state: RowState): boolean => ROW_STATES[state].stage === 'run';
const isLeftAlone = (state: RowState): boolean => state !== 'update' && state !== 'ready' && !isOfRun(state);

function StateLine({ sheet, state }: { readonly sheet: SheetModel; readonly state: RowState }): ReactElement {
  // Rows with errors are listed on a tab that knows them before any dry run.
  const tab = state === 'invalid' ? 'errors' : state;
  const isShown = isStateShown(sheet, tab);
  return (
    <button
      type="button"
      className="figure"
      aria-pressed={isShown}
      data-figure={`state ${state}`}
      onClick={() => sheet.show(isShown ? EVERY_ROW : { ...EVERY_ROW, tab })}
    >
      <strong className="figure-number">{number(sheet.counts[state] ?? 0)}</strong>
      <span className={`figure-mark tone-${ROW_STATES[state].tone}`}>
        <Icon name={state} />
      </span>
      <span className="figure-label">{tabLabel(state)}</span>
    </button>
  );
}

/** Whether the rows of a tab are shown, all of them. */
export const isStateShown = (sheet: SheetModel, tab: SheetModel['tab']): boolean =>
  sheet.tab === tab && sheet.figure === null;
