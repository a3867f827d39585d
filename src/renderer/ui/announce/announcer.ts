import { ALL_STATES, ROW_STATES, type RowState } from '../../../core/row-state.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { WorkspaceState } from '../../model/workspace-state.ts';
import { SAID } from '../words/announcements.ts';
import { STATUS } from '../words/status.ts';

/** What of the state is listened to. */
export type Heard = Pick<WorkspaceState, 'importing' | 'sheet' | 'job' | 'notice' | 'dialog'>;

type Told = (before: Heard, now: Heard) => string | undefined;

/** Progress is told a few times in a run, however long it is. */
const STEPS_OF_A_RUN = 4;

/**
 * Turns what happens into sentences for whoever listens instead of looking: each once, and nothing that only moves.
 * Errors are not among them: they are alerts where they stand.
 */
export class Announcer {
  #before: Heard = { importing: null, sheet: null, job: { kind: 'none' }, notice: null, dialog: 'none' };
  /** Of the sheet that is open; a sheet is one object that changes. */
  #planId: string | undefined;
  #isPlanned = false;

  /** @returns what is to be said now that this is so; `undefined` where that is nothing new */
  next(now: Heard): string | undefined {
    const before = this.#before;
    this.#before = now;
    if (now.job.kind === 'planning') this.#isPlanned = true;
    const texts = [
      toldOfFile(before, now),
      this.#toldOfPlan(before, now),
      toldOfRun(before, now),
      toldByNotice(before, now),
    ].filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : SAID.together(texts);
  }

  #toldOfPlan(before: Heard, { sheet, job }: Heard): string | undefined {
    if (job.kind === 'planning') return before.job.kind === 'planning' ? undefined : SAID.planning;
    const planId = sheet?.plan?.planId;
    if (planId === this.#planId) return undefined;
    this.#planId = planId;
    const isPlanned = this.#isPlanned;
    this.#isPlanned = false;
    if (!sheet || planId === undefined || job.kind !== 'none') return undefined;
    const states = statesText(sheet, (state) => state !== 'ready');
    return isPlanned ? SAID.planned(states) : SAID.replanned(states);
  }
}

const toldOfFile: Told = (before, { importing, sheet }) => {
  if (importing !== null)
    return before.importing?.fileName === importing.fileName ? undefined : SAID.reading(importing.fileName);
  return sheet && sheet.sessionId !== before.sheet?.sessionId
    ? SAID.opened(sheet.fileName, sheet.counts.all)
    : undefined;
};

const toldOfRun: Told = ({ job: before }, { job, sheet }) => {
  if (job.kind === 'ended' && before.kind !== 'ended') {
    const states = sheet ? statesText(sheet, (state) => ROW_STATES[state].stage === 'run') : '';
    return SAID.ended(STATUS.ended(job.end?.how ?? 'completed'), states, job.end?.message ?? '');
  }
  if (job.kind !== 'running') return undefined;
  if (before.kind !== 'running') return SAID.running(job.total);
  if (job.isStopping !== before.isStopping) return STATUS.stopping;
  if (job.pausedBy !== before.pausedBy)
    return job.pausedBy === null ? SAID.goesOn : STATUS.paused(job.pausedBy);
  return stepOf(job) > stepOf(before) ? SAID.of(job.ended, job.total) : undefined;
};

/** An open dialog says it itself. */
const toldByNotice: Told = (before, { notice, dialog }) =>
  notice?.kind === 'info' && notice !== before.notice && dialog === 'none' ? notice.text : undefined;

const stepOf = ({ ended, total }: { readonly ended: number; readonly total: number }): number =>
  total === 0 ? 0 : Math.floor((ended / total) * STEPS_OF_A_RUN);

const statesText = ({ counts }: SheetModel, isTold: (state: RowState) => boolean): string =>
  SAID.states(
    ALL_STATES.filter((state) => isTold(state) && (counts[state] ?? 0) > 0).map((state) =>
      SAID.state(counts[state] ?? 0, state),
    ),
  );
