import type { HistoryEntry } from '../contract/history-schemas.ts';
import type { ActionCounts } from '../core/plan.ts';
import type { RowState, StateCounts } from '../core/row-state.ts';
import { runFaultText } from '../core/words/run-faults.ts';
import { DRY_RUN_STANDING, runStandingText } from '../core/words/run-standing.ts';
import { STATE_LABELS } from '../core/words/states.ts';
import type { KeptDryRun } from '../services/dry-run-store/dry-run-store.ts';
import type { RunListing } from '../services/run-store/list-runs.ts';

/** What else has to be known of the data folder to tell of one run. */
export interface HistoryContext {
  /** Sessions that are still there. */
  readonly sessions: ReadonlySet<string>;
  /** When each run was taken back, where it was. */
  readonly undoneAt: ReadonlyMap<string, string>;
}

type Entry<K extends HistoryEntry['kind']> = Extract<HistoryEntry, { readonly kind: K }>;

/** A kept run as it is listed; `damaged` where its files can’t be read. */
export function runEntry(run: RunListing, context: HistoryContext): Entry<'run' | 'damaged'> {
  if (run.kind === 'damaged') return { kind: 'damaged', id: run.runId, message: runFaultText(run.fault) };
  const { startedAt, lastAt, isOpenElsewhere } = run;
  return {
    kind: 'run',
    id: run.runId,
    ...headOf(run),
    at: startedAt ?? null,
    who: whoText(run.operator, run.machine),
    counts: countsOf(run.actions, { ...run.outcomes, queued: run.unended }),
    standing: runStandingText(run),
    sessionId: sessionOf(run, context),
    reason: run.reason ?? '',
    durationMs:
      startedAt === undefined || lastAt === undefined ? null : Date.parse(lastAt) - Date.parse(startedAt),
    isOn: isOpenElsewhere,
    left: isOpenElsewhere ? 0 : (run.goOn?.left ?? 0),
    written: run.written,
    undoneAt: context.undoneAt.get(run.runId) ?? null,
  };
}

export const dryRunEntry = (dryRun: KeptDryRun, context: HistoryContext): Entry<'dry_run'> => ({
  kind: 'dry_run',
  id: dryRun.dryRunId,
  ...headOf(dryRun),
  at: dryRun.createdAt,
  who: whoText(dryRun.operator, dryRun.machine),
  counts: countsOf(dryRun.actions, { update: dryRun.actions.update }),
  standing: DRY_RUN_STANDING,
  sessionId: sessionOf(dryRun, context),
  hasRows: dryRun.hasRows,
});

const headOf = ({
  fileName,
  connection: { name, baseUrl, mode, keyLastFour },
  undoes,
  planHash,
}: Pick<KeptDryRun, 'fileName' | 'connection' | 'undoes' | 'planHash'>) => ({
  fileName,
  connection: { name, baseUrl, mode, keyLastFour },
  isUndo: undoes !== undefined,
  planHash,
});

/** When a run wrote something to take another one back, by the run that was taken back. */
export function undoneRuns(runs: readonly RunListing[]): ReadonlyMap<string, string> {
  const undone = new Map<string, string>();
  for (const run of runs) {
    if (run.kind === 'damaged' || run.undoes === undefined || run.written === 0) continue;
    if (run.startedAt !== undefined && !undone.has(run.undoes)) undone.set(run.undoes, run.startedAt);
  }
  return undone;
}

/** Whether every word of a search is in what is shown of an entry; capitals do not count. */
export function isFound(entry: HistoryEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = textOf(entry).toLowerCase();
  return words.every((word) => text.includes(word));
}

export const wordsOf = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

function textOf(entry: HistoryEntry): string {
  if (entry.kind === 'damaged') return `${entry.id} ${entry.message}`;
  const { id, fileName, connection, at, who, planHash, standing, isUndo, counts } = entry;
  const states = Object.keys(counts).map((state) => STATE_LABELS[state as RowState]);
  return [
    id,
    fileName,
    connection.name,
    connection.baseUrl,
    connection.mode,
    connection.keyLastFour,
    at ?? '',
    who,
    planHash,
    standing,
    isUndo ? 'undo' : '',
    entry.kind === 'run' ? `run ${entry.reason}` : 'dry run',
    ...states,
  ].join(' ');
}

const whoText = (operator: string | undefined, machine: string | undefined): string =>
  [operator, machine].filter((part) => part !== undefined && part !== '').join(' · ');

const sessionOf = ({ source }: Pick<KeptDryRun, 'source'>, { sessions }: HistoryContext): string | null =>
  source && sessions.has(source.sessionId) ? source.sessionId : null;

/** Every row once: rows that were to be written by what became of them, the others by the plan. */
function countsOf(actions: ActionCounts, updates: StateCounts): StateCounts {
  const all: StateCounts = { ...actions, update: 0, ...updates };
  return Object.fromEntries(Object.entries(all).filter(([, total]) => total > 0));
}
