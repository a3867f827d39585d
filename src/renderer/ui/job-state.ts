import type { SheetModel } from '../model/sheet-model.ts';
import type { WorkspaceState } from '../model/workspace-state.ts';

type State = Pick<WorkspaceState, 'job' | 'sheet' | 'connection'>;

export const hasSheet = ({ sheet }: State): boolean => sheet !== null;
export const hasPlan = ({ sheet }: State): boolean => (sheet?.plan ?? null) !== null;

/** Whether every row was gone through: before that nobody can say what a dry run would leave out. */
export const isValidated = ({ validatedRows, rowCount }: SheetModel): boolean => validatedRows === rowCount;

export const isRunning = ({ job }: State): boolean => job.kind === 'running';
export const isPlanning = ({ job }: State): boolean => job.kind === 'planning';
export const isPausable = ({ job }: State): boolean =>
  job.kind === 'running' && job.pausedBy === null && !job.isStopping;
export const isResumable = ({ job }: State): boolean =>
  job.kind === 'running' && job.pausedBy !== null && !job.isStopping;
/** On, or over. */
export const hasRun = ({ job }: State): boolean => job.kind === 'running' || job.kind === 'ended';

/** Whether nothing is under way that takes a while: no import, no dry run, no run. */
export const isIdle = (state: State & Pick<WorkspaceState, 'importing'>): boolean =>
  !isRunning(state) && !isPlanning(state) && state.importing === null;

/** Whether there is a plan that was neither applied yet nor is being made anew. */
export const isPlanNew = (state: State): boolean => hasPlan(state) && state.job.kind === 'none';

/** Customers that applying the plan would write now; rows edited since are not among them. */
export const updatesLeft = ({ sheet }: State): number => (sheet?.plan ? (sheet.counts.update ?? 0) : 0);

/** Where the person most likely goes on; the toolbar leads there. */
export type NextStep = 'mapping' | 'dry_run' | 'apply' | 'report' | 'none';

/** What is wrong comes before what can be done, and applying before another dry run. */
export function nextStep(state: State): NextStep {
  const { sheet, job } = state;
  if (sheet === null || isRunning(state) || isPlanning(state)) return 'none';
  if (sheet.mappingFindings.some(({ severity }) => severity === 'error')) return 'mapping';
  if (updatesLeft(state) > 0) return 'apply';
  return job.kind === 'ended' ? 'report' : 'dry_run';
}
