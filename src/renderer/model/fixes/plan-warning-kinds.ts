import type { FigureView } from '../../../contract/figure-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import type { PlanWarning } from '../../../core/plan.ts';
import { bringsFix } from '../../../core/plan-warning-fix.ts';
import { isInFigure } from '../figure-filter.ts';
import type { ModelChange, SheetModel } from '../sheet-model.ts';

type PlanWarningCode = PlanWarning['code'];

/** A kind of warning that only the dry run sees, and how many rows have it now. */
export interface PlanWarningKind {
  readonly code: PlanWarningCode;
  readonly figure: FigureView;
  /** Without those edited since: what the next dry run thinks of them is not known. */
  readonly rows: number;
  /** Those of them whose cell could hold something else, and that were not applied yet. */
  readonly rowsToFix: ReadonlySet<RowId>;
}

const CODES: { readonly [code in PlanWarningCode]: true } = {
  old_parts_kept: true,
  postal_code_kept: true,
  leading_zero_lost: true,
  email_not_checked: true,
  not_undone: true,
};

const isPlanWarning = (code: string): code is PlanWarningCode => Object.hasOwn(CODES, code);

interface Warned {
  readonly code: PlanWarningCode;
  readonly figure: FigureView;
  /** All rows that the dry run warned of. */
  readonly rows: ReadonlySet<RowId>;
  readonly now: Set<RowId>;
  readonly toFix: Set<RowId>;
}

/** Counts rows by the dry run's own kinds of warning, of whichever plan the sheet has, as they are edited. */
export class PlanWarningKinds {
  readonly #sheet: SheetModel;
  readonly #onChange: () => void;
  readonly #unsubscribe: () => void;
  #planId: string | undefined;
  #warned: readonly Warned[] = [];

  constructor(sheet: SheetModel, onChange: () => void) {
    this.#sheet = sheet;
    this.#onChange = onChange;
    this.#unsubscribe = sheet.subscribe((change) => this.#sheetChanged(change));
    this.#sheetChanged({ order: false, rows: 'all' });
  }

  /** Those that rows have, in the order of the review. */
  get kinds(): readonly PlanWarningKind[] {
    return this.#warned.flatMap(({ code, figure, now, toFix }) =>
      now.size === 0 ? [] : [{ code, figure, rows: now.size, rowsToFix: toFix }],
    );
  }

  close(): void {
    this.#unsubscribe();
  }

  #sheetChanged({ rows }: ModelChange): void {
    const { plan } = this.#sheet;
    if (plan?.planId !== this.#planId) {
      this.#planId = plan?.planId;
      void this.#ask();
      return;
    }
    for (const warned of this.#warned) {
      for (const row of rows === 'all' ? warned.rows : rows) this.#look(warned, row);
    }
    if (this.#warned.length > 0) this.#onChange();
  }

  async #ask(): Promise<void> {
    const planId = this.#planId;
    const figures = this.#sheet.plan?.figures ?? [];
    const asked = figures.map(async (figure): Promise<readonly Warned[]> => {
      const { subject, id } = figure;
      if (subject.kind !== 'warning' || !isPlanWarning(subject.code)) return [];
      const rows = new Set(await this.#sheet.figureRows(id));
      return [{ code: subject.code, figure, rows, now: new Set(), toFix: new Set() }];
    });
    const found = (await Promise.all(asked)).flat();
    // Meanwhile there may be another plan.
    if (this.#planId !== planId) return;
    this.#warned = found;
    for (const warned of found) for (const row of warned.rows) this.#look(warned, row);
    this.#onChange();
  }

  #look({ code, rows, now, toFix }: Warned, row: RowId): void {
    if (!rows.has(row)) return;
    const isNow = isInFigure({ rows }, row, this.#sheet);
    const put = (set: Set<RowId>, isIn: boolean): unknown => (isIn ? set.add(row) : set.delete(row));
    put(now, isNow);
    put(toFix, isNow && bringsFix(code) && this.#sheet.stateOf(row) === 'update');
  }
}
