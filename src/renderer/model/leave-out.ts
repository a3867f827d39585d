import type { RowId } from '../../core/diagnostic.ts';
import type { Desk } from './desk.ts';
import type { LiveSheet } from './live-sheet.ts';
import { rowsWhere } from './rows-where.ts';
import type { SheetModel } from './sheet-model.ts';

/** Leaves rows out of the plan and takes them back in: each time the host makes another plan, one after the other. */
export class LeaveOut {
  readonly #desk: Desk;
  readonly #sheet: () => LiveSheet | null;
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk, sheet: () => LiveSheet | null) {
    this.#desk = desk;
    this.#sheet = sheet;
  }

  change(rows: readonly RowId[], isOut: boolean): Promise<void> {
    this.#last = this.#last.then(() => this.#change(rows, isOut));
    return this.#last;
  }

  async #change(rows: readonly RowId[], isOut: boolean): Promise<void> {
    const sheet = this.#sheet();
    const planId = sheet?.plan?.planId;
    if (!sheet || planId === undefined || rows.length === 0) return;
    const { host } = this.#desk;
    const derived = await this.#desk.value(
      host.command('plan.leave_out', { planId, rows: [...rows], isOut }),
    );
    // Another dry run may have come in between.
    if (derived && this.#sheet() === sheet && sheet.plan?.planId === planId)
      sheet.derivePlan(derived.plan, derived.states);
  }
}

/** Rows that were left out of the plan. */
export const rowsOutOfPlan = (sheet: SheetModel): Promise<readonly RowId[]> =>
  rowsWhere(sheet, (row) => sheet.isOutOfPlan(row));
