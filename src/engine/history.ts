import type { Kept } from '../contract/history-schemas.ts';
import { MOST_ENTRIES } from '../contract/history-schemas.ts';
import type { ReportRow } from '../core/report.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { runFaultText } from '../core/words/run-faults.ts';
import { valueText } from '../core/words/values.ts';
import type { Clock } from '../services/clock.ts';
import { deleteDryRun, listDryRuns } from '../services/dry-run-store/dry-run-store.ts';
import { applyRetention } from '../services/retention.ts';
import { deleteRun } from '../services/run-store/delete-run.ts';
import { listRuns } from '../services/run-store/list-runs.ts';
import { sessionIds, sessionsOfUndo } from '../services/sessions/list-sessions.ts';
import type { SessionStore } from '../services/sessions/session-store.ts';
import { dryRunEntry, isFound, runEntry, undoneRuns, wordsOf } from './history-entries.ts';
import type { KeptDryRuns } from './kept-dry-runs.ts';
import { type KeptRecord, type RecordSources, readRecord, sheetOfRecord } from './kept-record.ts';
import type { MethodInput, MethodOutput } from './methods.ts';
import type { Plans } from './plans.ts';
import { nameOfReport, writeReportOf } from './reports.ts';

export interface HistoryOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly sessions: SessionStore;
  readonly plans: Plans;
  readonly dryRuns: KeptDryRuns;
}

type Nothing = Record<string, never>;

/** The runs and dry runs of the data folder: lists them, shows their rows, writes their reports and deletes them. */
export class RunHistory {
  readonly #options: HistoryOptions;
  /** The one looked at last: its rows are asked for page by page. */
  #opened: { readonly key: string; readonly record: KeptRecord } | undefined;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  async list({ search }: MethodInput<'history.list'>): Promise<MethodOutput<'history.list'>> {
    const { dataFolder, dryRuns } = this.#options;
    // What is asked for anew may have gone on since.
    this.#opened = undefined;
    await dryRuns.settled();
    const [runs, kept, sessions] = [
      await listRuns(dataFolder),
      await listDryRuns(dataFolder),
      await sessionIds(dataFolder),
    ];
    const context = {
      sessions: new Set(sessions),
      undoneAt: undoneRuns(runs),
    };
    const words = wordsOf(search);
    const entries = [
      ...runs.map((run) => runEntry(run, context)),
      ...kept.map((dryRun) => dryRunEntry(dryRun, context)),
    ]
      .filter((entry) => isFound(entry, words))
      // Ids begin with the time.
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return { entries: entries.slice(0, MOST_ENTRIES), total: entries.length };
  }

  async rows({
    kind,
    id,
    from,
    most,
    search,
    state,
  }: MethodInput<'history.rows'>): Promise<Result<MethodOutput<'history.rows'>, Refused>> {
    const record = await this.#record({ kind, id });
    if (!record.ok) return record;
    const { rows } = record.value;
    const words = wordsOf(search);
    const found = rows.filter(
      (row) => (state === undefined || row.state === state) && isRowFound(row, words),
    );
    return ok({
      total: found.length,
      rows: found
        .slice(from, from + most)
        .map(({ row, line, customerId, state: itsState, message, warnings, fields }) => ({
          row,
          line,
          customerId,
          state: itsState,
          message: [message, ...warnings].join(' '),
          fields: fields.map((field) => ({ ...field })),
        })),
    });
  }

  async reportName({ kind, id, report }: MethodInput<'history.report_name'>) {
    const record = await this.#record({ kind, id });
    return record.ok ? ok({ name: nameOfReport(record.value, report) }) : record;
  }

  async writeReport({
    kind,
    id,
    report,
    path,
  }: MethodInput<'history.report_write'>): Promise<Result<Nothing, Refused>> {
    const record = await this.#record({ kind, id });
    if (!record.ok) return record;
    const edited = await sheetOfRecord(record.value, this.#sources);
    return await writeReportOf({ ...record.value, edited }, report, path);
  }

  /** All that is kept of a run, with the sheets by which its undo was shown; never of one that is on. */
  async delete({ kind, id }: Kept): Promise<Result<MethodOutput<'history.delete'>, Refused>> {
    const { dataFolder, dryRuns, plans, sessions } = this.#options;
    this.#opened = undefined;
    if (kind === 'dry_run') {
      await dryRuns.settled();
      await deleteDryRun(dataFolder, id);
      return ok({ sessionIds: [] });
    }
    const undos = await sessionsOfUndo(dataFolder, id);
    if (undos.some((sessionId) => plans.ofSession(sessionId)?.isRunning === true))
      return err(refused('run_still_on'));
    const deleted = await deleteRun(dataFolder, id);
    if (!deleted.ok) {
      const isOn = deleted.error.code === 'open_elsewhere';
      return err(
        isOn ? refused('run_still_on') : refused('run_not_deleted', { why: runFaultText(deleted.error) }),
      );
    }
    for (const sessionId of undos) {
      plans.forget(sessionId);
      await sessions.discard(sessionId);
    }
    return ok({ sessionIds: [...undos] });
  }

  async prune({ keepDays }: MethodInput<'history.prune'>): Promise<MethodOutput<'history.prune'>> {
    const { dataFolder, clock, sessions } = this.#options;
    return { deleted: await applyRetention(dataFolder, keepDays, clock, sessions) };
  }

  get #sources(): RecordSources {
    const { dataFolder, sessions, plans } = this.#options;
    return { dataFolder, sessions, sheets: plans.sheets };
  }

  async #record(kept: Kept): Promise<Result<KeptRecord, Refused>> {
    const key = `${kept.kind} ${kept.id}`;
    if (this.#opened?.key === key) return ok(this.#opened.record);
    this.#opened = undefined;
    const record = await readRecord(kept, this.#sources);
    if (record.ok) this.#opened = { key, record: record.value };
    return record;
  }
}

function isRowFound({ line, customerId, message, fields }: ReportRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const values = fields.flatMap(({ before, sent, after }) => [before, sent, after].map(valueText));
  const text = [String(line), customerId, message, ...values].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
