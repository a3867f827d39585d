import type { EventPayload } from '../contract/events.ts';
import { type BlastRadius, blastRadius } from '../core/blast-radius/blast-radius.ts';
import type { EditedSheet } from '../core/edited-sheet.ts';
import { type Plan, type PlannedRow, plannedOf, updatesOf } from '../core/plan.ts';
import { type ReportRow, reportRow } from '../core/report.ts';
import type { RowState, StateCounts } from '../core/row-state.ts';
import type { RunRow } from '../core/run.ts';
import type { ValidatedSheet } from '../core/validate.ts';
import { warningKinds } from '../core/warning-kinds.ts';
import { STALE_TEXT } from '../core/words/plan.ts';
import type { Readings } from '../services/dry-run/readings.ts';
import type { EarlierRow } from '../services/report-text.ts';
import type { KeptRun } from '../services/run/kept-run.ts';
import { derivePlan } from './derive-plan.ts';
import type { LinkedConnection } from './links.ts';
import type { MethodOutput } from './methods.ts';
import { PlanStates } from './plan-states.ts';
import { planSummary } from './plan-summary.ts';

const NO_ROWS: ReadonlySet<number> = new Set();

type RunBatch = EventPayload<'run.batch'>;

/** A plan of some rows: of the others an earlier one tells, and its run. */
export interface EarlierPlan {
  readonly entry: PlanEntry;
  /** What the new plan was made for. */
  readonly rows: ReadonlySet<number>;
}

export interface PlanEntryOptions {
  readonly sessionId: string;
  readonly linked: LinkedConnection;
  readonly validated: ValidatedSheet;
  /** As the dry run made it. */
  readonly made: Plan;
  readonly earlier?: EarlierPlan | undefined;
  /** What was read for it, where the next dry run may go by that. */
  readonly readings?: Readings | undefined;
  /** Rows that a person left out of it. */
  readonly out?: ReadonlySet<number>;
}

/** A plan the window reviews, with what became of it since: rows edited, a run. */
export class PlanEntry {
  readonly sessionId: string;
  readonly linked: LinkedConnection;
  /** The sheet as it was planned. */
  readonly edited: EditedSheet;
  readonly #options: PlanEntryOptions;
  /** As reviewed, without the rows left out; the window knows it by this one's id. */
  readonly plan: Plan;
  readonly #states: PlanStates;
  /** What is applied: the plan without the rows edited since. */
  #applied: Plan;
  /** The figures the plan is judged by. */
  readonly radius: BlastRadius;
  /** What is shown of the whole plan. */
  readonly summary: MethodOutput<'plan.make'>;
  readonly #earlier: EarlierPlan | undefined;
  #run: KeptRun | undefined;
  #tellRun: () => RunBatch | null = () => null;

  constructor(options: PlanEntryOptions) {
    const { sessionId, linked, validated, made, earlier, readings, out = NO_ROWS } = options;
    const plan = derivePlan(made, out, 'plan');
    this.#options = options;
    this.sessionId = sessionId;
    this.linked = linked;
    this.edited = validated.edited;
    this.plan = plan;
    const updates = updatesOf(plan);
    const warnings = warningKinds(updates, validated);
    this.radius = blastRadius(updates, warnings);
    const { revision } = validated.edited;
    const { perMinute } = linked.client.gate;
    this.summary = planSummary({
      plan,
      revision,
      radius: this.radius,
      warnings,
      perMinute,
      leftOut: out.size,
      readings,
    });
    this.#applied = plan;
    this.#earlier = earlier;
    this.#states = new PlanStates(validated.edited.rowCount);
    for (const { row, action } of plan.rows) {
      this.#states.add(row, this.#before(row)?.stateOf(row) ?? action);
    }
  }

  /** The plan of the dry run itself, whatever was left out of it since. */
  get made(): Plan {
    return this.#options.made;
  }

  get readings(): Readings | undefined {
    return this.#options.readings;
  }

  /** The same with more rows left out, or fewer. Of rows that were edited since the next dry run tells. */
  without(rows: readonly number[], isOut: boolean): PlanEntry {
    const out = new Set(this.#options.out);
    for (const row of rows) {
      const isUpdate = plannedOf(this.made, row)?.action === 'update';
      if (!isOut) out.delete(row);
      else if (isUpdate && this.stateOf(row) !== 'stale') out.add(row);
    }
    const entry = new PlanEntry({ ...this.#options, out });
    entry.markStale(this.staleRows);
    return entry;
  }

  get run(): KeptRun | undefined {
    return this.#run;
  }

  get applied(): Plan {
    return this.#applied;
  }

  get isRunning(): boolean {
    return this.#run !== undefined && this.#run.state.end === undefined;
  }

  get counts(): StateCounts {
    return this.#states.counts;
  }

  /** By row, its state as its number in `ALL_STATES`, or `NOT_PLANNED`. */
  get stateBytes(): Uint8Array<ArrayBuffer> {
    return this.#states.bytes;
  }

  /** From now on this is what is applied. Rows that depended on one left out are no updates any more. */
  apply(applied: Plan): void {
    this.#applied = applied;
    for (const planned of applied.rows) {
      const { row, action } = planned;
      if (planned !== plannedOf(this.plan, row) && this.stateOf(row) !== 'stale') this.setState(row, action);
    }
  }

  begin(run: KeptRun, tellRun: () => RunBatch | null): void {
    this.#run = run;
    this.#tellRun = tellRun;
  }

  /** How the run stands, without the rows that changed; `null` where none was begun. */
  get runNow(): RunBatch | null {
    return this.#tellRun();
  }

  /** Sets a row's state; says whether that is another one. */
  setState(row: number, state: RowState): boolean {
    return this.#states.set(row, state);
  }

  stateOf(row: number): RowState {
    return this.#states.of(row);
  }

  /** An edit makes a row stale: it leaves the plan until the next dry run. Rows of a run have their own story. */
  markStale(rows: ReadonlySet<number>): void {
    for (const row of rows) if (!this.runRow(row)) this.setState(row, 'stale');
  }

  get staleRows(): ReadonlySet<number> {
    return this.#states.rowsIn('stale');
  }

  /** Rows a run is still at work on; nobody may change them. */
  isLocked(row: number): boolean {
    const runRow = this.#run?.state.rows.get(row);
    return this.isRunning && runRow !== undefined && runRow.outcome === undefined;
  }

  runRow(row: number): RunRow | undefined {
    return this.#run?.state.rows.get(row) ?? this.#before(row)?.runRow(row);
  }

  planned(row: number): PlannedRow | undefined {
    return this.#before(row)?.planned(row) ?? plannedOf(this.#applied, row);
  }

  /** The earlier plan where it tells of a row: this one was not made for it. What it would have changed it no longer does. */
  #before(row: number): PlanEntry | undefined {
    if (!this.#earlier || this.#earlier.rows.has(row)) return undefined;
    const { entry } = this.#earlier;
    // A row that was added since has no earlier story.
    return entry.stateOf(row) === 'update' || !entry.planned(row) ? undefined : entry;
  }

  /** What an earlier plan and its run tell of a row, where its state is theirs. */
  earlierOf(row: number): EarlierRow | undefined {
    const before = this.#before(row);
    if (!before || this.stateOf(row) === 'stale') return undefined;
    const planned = before.planned(row);
    const ran = before.runRow(row);
    const runId = before.run?.state.runId;
    return (
      before.earlierOf(row) ??
      (planned && {
        planId: before.plan.id,
        planned,
        ...(ran && runId !== undefined && { runId, run: ran }),
      })
    );
  }

  reportRow(row: number): ReportRow | undefined {
    const planned = this.planned(row);
    return planned && this.#withStale(reportRow(planned, this.runRow(row)));
  }

  reportRows(): readonly ReportRow[] {
    return this.plan.rows.flatMap(({ row }) => this.reportRow(row) ?? []);
  }

  #withStale(row: ReportRow): ReportRow {
    if (this.stateOf(row.row) !== 'stale') return row;
    return { ...row, state: 'stale', message: STALE_TEXT, warnings: [], fields: [], code: '' };
  }
}
