import type { ReactElement } from 'react';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { JobView } from '../../model/workspace-state.ts';
import { dayAndTime, timeOfDay } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { isValidated } from '../job-state.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { STATUS } from '../words/status.ts';
import { RunSummary } from './run-summary.tsx';

interface JobStatusProps {
  readonly job: JobView;
  readonly sheet: SheetModel;
}

/** The dry run or run that is on, or how the last one ended. */
export function JobStatus({ job, sheet }: JobStatusProps): ReactElement {
  switch (job.kind) {
    case 'none':
      if (!isValidated(sheet)) return <Validating sheet={sheet} />;
      return sheet.plan ? <Planned plan={sheet.plan} /> : <span>{sheet.fileName}</span>;
    case 'planning':
      return (
        <>
          <strong>{STATUS.planning}</strong>
          <ProgressBar done={job.done} total={job.total} label={STATUS.planning} />
          <span>{STATUS.of(job.done, job.total)}</span>
          {job.leftMs !== null && <span className="quiet">{STATUS.left(job.leftMs)}</span>}
        </>
      );
    case 'running':
      return <Running job={job} />;
    case 'ended':
      return <RunSummary job={job} sheet={sheet} />;
  }
}

/** When the dry run was made and, where it read only some customers, since when the others are known. */
function Planned({ plan: { createdAt, reading } }: { readonly plan: PlanSummary }): ReactElement {
  const { read, known, since } = reading;
  return (
    <>
      <span>{STATUS.planned(dayAndTime(createdAt))}</span>
      {known > 0 && (
        <span className="quiet status-note">{STATUS.readAndKnown(read, known, timeOfDay(since))}</span>
      )}
    </>
  );
}

function Validating({ sheet }: Pick<JobStatusProps, 'sheet'>): ReactElement {
  const { validatedRows, rowCount } = sheet;
  return (
    <>
      <strong>{STATUS.validating}</strong>
      <ProgressBar done={validatedRows} total={rowCount} label={STATUS.validating} />
      <span>{STATUS.of(validatedRows, rowCount)}</span>
    </>
  );
}

function Running({
  job,
}: {
  readonly job: Extract<JobView, { readonly kind: 'running' | 'ended' }>;
}): ReactElement {
  const { ended, total, perMinute, leftMs, note, pausedBy, isStopping } = job;
  const isPaused = pausedBy !== null;
  return (
    <>
      <strong>{isStopping ? STATUS.stopping : STATUS.running}</strong>
      <ProgressBar done={ended} total={total} label={STATUS.running} look={isPaused ? 'waiting' : 'usual'} />
      <span>{STATUS.of(ended, total)}</span>
      {isPaused ? (
        <span className="status-paused">
          <Icon name="pause" />
          {STATUS.paused(pausedBy)}
        </span>
      ) : (
        <>
          {perMinute !== null && <span className="quiet">{STATUS.perMinute(perMinute)}</span>}
          {leftMs !== null && <span className="quiet">{STATUS.left(leftMs)}</span>}
        </>
      )}
      {note !== '' && !isPaused && <span className="quiet status-note">{note}</span>}
    </>
  );
}
