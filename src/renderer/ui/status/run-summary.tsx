import type { ReactElement } from 'react';
import { ALL_STATES, ROW_STATES } from '../../../core/row-state.ts';
import { stateCountText } from '../../../core/words/states.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { JobView } from '../../model/workspace-state.ts';
import { actions } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { AgainButton } from '../toolbar/again-button.tsx';
import { STATUS } from '../words/status.ts';

interface RunSummaryProps {
  readonly job: Extract<JobView, { readonly kind: 'running' | 'ended' }>;
  readonly sheet: SheetModel;
}

/** How the run ended: every state of its rows with its number, each leading to its rows. */
export function RunSummary({ job, sheet }: RunSummaryProps): ReactElement {
  const how = job.end?.how ?? 'completed';
  const states = ALL_STATES.filter(
    (state) => ROW_STATES[state].stage === 'run' && (sheet.counts[state] ?? 0) > 0,
  );
  return (
    <>
      <strong>{STATUS.ended(how)}</strong>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          className={`summary tone-${ROW_STATES[state].tone}`}
          onClick={() => sheet.show({ tab: state })}
        >
          <Icon name={state} />
          <span>{stateCountText(sheet.counts[state] ?? 0, state)}</span>
        </button>
      ))}
      {job.end && how !== 'completed' && <span className="quiet status-note">{job.end.message}</span>}
      <AgainButton id="plan.again_failed" />
      <AgainButton id="plan.again_conflicts" />
      {how === 'failed' && (
        <button
          type="button"
          className="button button-plain button-small"
          data-go-on={job.runId}
          onClick={() => void actions.goOnWithRun(job.runId)}
        >
          {STATUS.goOn}
        </button>
      )}
    </>
  );
}
