import type { PlanSummary } from '../../contract/plan-schemas.ts';
import { NOT_PLANNED, WARNED_ROW } from '../../contract/state-bytes.ts';
import type { RowId } from '../../core/diagnostic.ts';
import { RowSet } from '../../core/row-set.ts';
import { ALL_STATES, ROW_STATES, type RowState } from '../../core/row-state.ts';
import type { Host } from './host.ts';
import type { PlannedRowView } from './sheet-model.ts';

/** What the host told of the newest plan and its run, row by row. */
export class PlanOverlay {
  readonly summary: PlanSummary;
  readonly #host: Host;
  readonly #states: Uint8Array;
  #stale: RowSet;
  readonly #warned = new Set<RowId>();
  readonly #views = new Map<RowId, PlannedRowView>();
  readonly #wanted = new Set<RowId>();
  readonly #onFetched: (rows: ReadonlySet<RowId>) => void;
  #isFetching = false;

  constructor(
    host: Host,
    summary: PlanSummary,
    states: Uint8Array,
    onFetched: (rows: ReadonlySet<RowId>) => void,
    derivedFrom?: PlanOverlay,
  ) {
    this.#host = host;
    this.summary = summary;
    this.#states = states.map((state) => state & ~WARNED_ROW);
    const stale: RowId[] = [];
    for (const [row, state] of states.entries()) {
      if (state & WARNED_ROW) this.#warned.add(row);
      if (state === NOT_PLANNED || this.stateOf(row) === 'stale') stale.push(row);
    }
    this.#stale = new RowSet().with(stale);
    this.#onFetched = onFetched;
    if (derivedFrom) this.#goOnFrom(derivedFrom);
  }

  /** Most rows are shown as before and do not go blank; what was edited a moment ago the host may not know yet. */
  #goOnFrom(before: PlanOverlay): void {
    this.#stale = this.#stale.with(before.#stale);
    for (const [row, view] of before.#views)
      if (before.stateOf(row) === this.stateOf(row)) this.#views.set(row, view);
  }

  /** The row's state in the plan or run. */
  stateOf(row: RowId): RowState {
    return ALL_STATES[this.#states[row] ?? 0] ?? 'unread';
  }

  /** Whether the row was edited since, or was not there: it is not in the plan until it is dry-run again. */
  isStale(row: RowId): boolean {
    return this.#stale.has(row) || row >= this.#states.length;
  }

  /** Whether the dry run found something suspicious about what the row asks for now. */
  isWarned(row: RowId): boolean {
    return this.#warned.has(row) && !this.isStale(row);
  }

  /** Rows of a run that have not ended yet can't be edited. */
  isAtWork(row: RowId): boolean {
    const state = this.stateOf(row);
    return !this.isStale(row) && (state === 'update' || state === 'queued' || state === 'sending');
  }

  edited(rows: Iterable<RowId>): void {
    this.#stale = this.#stale.with(rows);
  }

  /** Takes over states of a run. */
  changed(changes: readonly (readonly [RowId, number])[]): void {
    for (const [row, state] of changes) {
      this.#states[row] = state;
      // Shown as it was until the new words are there: a row that goes blank for a moment flickers.
      if (ROW_STATES[this.stateOf(row)].stage === 'run' && this.#views.has(row)) this.#want(row);
    }
  }

  /** What the row is shown with; `undefined` while it is being fetched. */
  viewOf(row: RowId): PlannedRowView | undefined {
    const view = this.#views.get(row);
    if (view === undefined) this.#want(row);
    return view;
  }

  /** The same for whoever can wait for one row. */
  async viewNow(row: RowId): Promise<PlannedRowView | undefined> {
    const known = this.#views.get(row);
    if (known) return known;
    const slice = await this.#host.command('plan.slice', { planId: this.summary.planId, rows: [row] });
    if (!slice.ok) return undefined;
    for (const view of slice.value) this.#views.set(view.row, view);
    return this.#views.get(row);
  }

  /** What many rows are shown with, for whoever goes through them once: nothing of it is kept. */
  async viewsOf(rows: readonly RowId[]): Promise<readonly PlannedRowView[]> {
    const views: PlannedRowView[] = [];
    for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
      const some = rows.slice(from, from + MOST_AT_ONCE);
      const slice = await this.#host.command('plan.slice', { planId: this.summary.planId, rows: some });
      if (!slice.ok) break;
      views.push(...slice.value);
    }
    return views;
  }

  #want(row: RowId): void {
    this.#wanted.add(row);
    if (this.#isFetching) return;
    this.#isFetching = true;
    // Rows asked for while the grid draws go out together.
    queueMicrotask(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    while (this.#wanted.size > 0) {
      const rows = [...this.#wanted].slice(0, MOST_AT_ONCE);
      for (const row of rows) this.#wanted.delete(row);
      const slice = await this.#host.command('plan.slice', { planId: this.summary.planId, rows });
      if (!slice.ok) break;
      for (const view of slice.value) this.#views.set(view.row, view);
      this.#onFetched(new Set(rows));
    }
    this.#isFetching = false;
  }
}

const MOST_AT_ONCE = 1_000;
