import type { PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { RowState } from '../../core/row-state.ts';
import type { SheetState } from '../../core/validated-sheet.ts';
import { LOCKED_ROW } from '../../core/words/run.ts';
import type { Host } from './host.ts';
import { PlanOverlay } from './plan-overlay.ts';
import type { PlannedRowView } from './sheet-model.ts';

/** The newest plan of a sheet and its run, while there is one, laid over the sheet's own states. */
export class PlanOnSheet {
  readonly #host: Host;
  readonly #onFetched: (rows: ReadonlySet<RowId>) => void;
  #overlay: PlanOverlay | null = null;
  #isRunning = false;

  /** @param onFetched what these rows are shown with is there now */
  constructor(host: Host, onFetched: (rows: ReadonlySet<RowId>) => void) {
    this.#host = host;
    this.#onFetched = onFetched;
  }

  get summary(): PlanSummary | null {
    return this.#overlay?.summary ?? null;
  }

  take(summary: PlanSummary | null, states: Uint8Array | undefined): void {
    this.#overlay = summary && states ? new PlanOverlay(this.#host, summary, states, this.#onFetched) : null;
    this.#isRunning = false;
  }

  /** Takes over the same plan with more rows left out of it, or fewer. */
  derive(summary: PlanSummary, states: Uint8Array): void {
    const from = this.#overlay ?? undefined;
    this.#overlay = new PlanOverlay(this.#host, summary, states, this.#onFetched, from);
  }

  /** Takes over what happened in a run of the plan; says whether rows were locked or let go of. */
  runChanged(changes: readonly (readonly [RowId, number])[], isRunning: boolean): boolean {
    const wasRunning = this.#isRunning;
    this.#isRunning = isRunning;
    this.#overlay?.changed(changes);
    return wasRunning !== isRunning;
  }

  edited(rows: Iterable<RowId>): void {
    this.#overlay?.edited(rows);
  }

  /** The row's one state: of the run, else the plan, else the sheet. */
  stateOf(row: RowId, sheetState: SheetState): RowState {
    if (!this.#overlay || sheetState === 'excluded') return sheetState;
    if (!this.#overlay.isStale(row)) return this.#overlay.stateOf(row);
    return sheetState === 'invalid' ? 'invalid' : 'stale';
  }

  /** Whether the row was left out of the plan, while the sheet still has it. */
  isOut(row: RowId, sheetState: SheetState): boolean {
    return sheetState !== 'excluded' && this.stateOf(row, sheetState) === 'excluded';
  }

  isWarned(row: RowId): boolean {
    return this.#overlay?.isWarned(row) ?? false;
  }

  lockOf(row: RowId): string | undefined {
    return this.#isRunning && this.#overlay?.isAtWork(row) ? LOCKED_ROW : undefined;
  }

  viewOf(row: RowId): PlannedRowView | undefined {
    return this.#overlay?.viewOf(row);
  }

  async viewNow(row: RowId): Promise<PlannedRowView | undefined> {
    return await this.#overlay?.viewNow(row);
  }

  async viewsOf(rows: readonly RowId[]): Promise<readonly PlannedRowView[]> {
    return (await this.#overlay?.viewsOf(rows)) ?? [];
  }

  /** The rows that a figure of the plan counts; `undefined` where the plan is gone. */
  async figureRows(figure: string): Promise<Uint32Array | undefined> {
    if (!this.#overlay) return undefined;
    const { planId } = this.#overlay.summary;
    const rows = await this.#host.command('plan.figure_rows', { planId, figure });
    return rows.ok ? rows.value : undefined;
  }

  async detail(row: RowId): Promise<PlanRowView | undefined> {
    if (!this.#overlay) return undefined;
    const detail = await this.#host.command('plan.row', { planId: this.#overlay.summary.planId, row });
    return detail.ok ? detail.value : undefined;
  }
}
