import type { ReactElement } from 'react';
import { ALL_STATES, ROW_STATES } from '../../../core/row-state.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import type { JobView } from '../../model/workspace-state.ts';
import { Icon } from '../icon.tsx';
import { AgainButton } from '../toolbar/again-button.tsx';
import { OfferButton } from '../toolbar/offer-button.tsx';
import { RUN } from '../words/run.ts';
import { STATUS } from '../words/status.ts';
import { isStateShown } from './state-lines.tsx';

type RunView = Extract<JobView, { readonly kind: 'running' | 'ended' }>;

interface RunHeadProps {
  readonly sheet: SheetModel;
  readonly job: RunView;
}

/** Where the run is or how it ended, and what can be done about it now. */
export function RunHead({ sheet, job }: RunHeadProps): ReactElement {
  return (
    <section className="review-head run-head">
      {job.kind === 'running' ? <Underway job={job} /> : <Ended sheet={sheet} job={job} />}
      {hasEarlierRuns(sheet, job) && <p className="quiet">{RUN.withEarlier}</p>}
    </section>
  );
}

function Underway({ job }: Pick<RunHeadProps, 'job'>): ReactElement {
  const { ended, total, pausedBy, isStopping, note } = job;
  return (
    <>
      <p className="figure-whole run-figure">
        <strong>{number(ended)}</strong> {RUN.ofRows(total)}
      </p>
      {pausedBy === null ? (
        <p className="quiet">{isStopping ? STATUS.stopping : note === '' ? RUN.underway : note}</p>
      ) : (
        <div className="callout callout-warning">
          <Icon name="pause" />
          <p>{STATUS.paused(pausedBy)}</p>
        </div>
      )}
    </>
  );
}

function Ended({ sheet, job }: RunHeadProps): ReactElement {
  const applied = sheet.counts.applied ?? 0;
  const isShown = isStateShown(sheet, 'applied');
  const { how, message } = job.end ?? { how: 'completed', message: '' };
  return (
    <>
      <button
        type="button"
        className="figure figure-whole"
        aria-pressed={isShown}
        data-figure="state applied whole"
        onClick={() => sheet.show(isShown ? EVERY_ROW : { ...EVERY_ROW, tab: 'applied' })}
      >
        <strong>{number(applied)}</strong>
        <span>{RUN.changed(applied)}</span>
      </button>
      {how !== 'completed' && <p>{message}</p>}
      {applied > 0 && <p className="quiet">{RUN.seen}</p>}
      <div className="run-next">
        <AgainButton id="plan.again_failed" />
        <AgainButton id="plan.again_conflicts" />
        <OfferButton id="run.take_back" />
      </div>
    </>
  );
}

/** Rows that an earlier run of this sheet ended keep what became of them; they are not among the rows of this one. */
function hasEarlierRuns({ counts }: SheetModel, { total }: RunView): boolean {
  let rows = 0;
  for (const state of ALL_STATES) if (ROW_STATES[state].stage === 'run') rows += counts[state] ?? 0;
  return rows > total;
}
