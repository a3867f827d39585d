import type { Change } from '../../../core/change.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../../core/diagnostic.ts';
import type { Field } from '../../../core/fields.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { showsChanges } from '../../model/shows-changes.ts';

/** What a cell is drawn with besides its text. Worked out once per row while it is on screen. */
export class CellMarks {
  readonly #model: SheetModel;
  readonly #findings = new Map<RowId, readonly Diagnostic[]>();
  readonly #changes = new Map<RowId, ReadonlyMap<Field, Change>>();

  constructor(model: SheetModel) {
    this.#model = model;
  }

  forget(rows: ReadonlySet<RowId> | 'all'): void {
    if (rows === 'all') {
      this.#findings.clear();
      this.#changes.clear();
      return;
    }
    for (const row of rows) {
      this.#findings.delete(row);
      this.#changes.delete(row);
    }
  }

  severityAt(row: RowId, column: ColumnIndex): Severity | undefined {
    if (this.#model.severityOf(row) === undefined) return undefined;
    const found = this.findingsAt(row, column);
    if (found.some(({ severity }) => severity === 'error')) return 'error';
    return found.length > 0 || this.warningsAt(row, column).length > 0 ? 'warning' : undefined;
  }

  /** What the dry run found suspicious about the field that a column is written to. */
  warningsAt(row: RowId, column: ColumnIndex): readonly string[] {
    const role = this.#model.mapping.roles[column];
    if (role?.kind !== 'write' || this.#model.plan === null || this.#model.severityOf(row) === undefined)
      return [];
    const warnings = this.#model.planned(row)?.warnings ?? [];
    return warnings.flatMap(({ message, fields }) => (fields.includes(role.field) ? [message] : []));
  }

  findingsAt(row: RowId, column: ColumnIndex): readonly Diagnostic[] {
    return this.#findingsOf(row).filter(({ place }) => place.kind === 'cell' && place.column === column);
  }

  /** What the plan does with the field that a column is written to; `undefined` where it leaves it. */
  changeAt(row: RowId, column: ColumnIndex): Change | undefined {
    const role = this.#model.mapping.roles[column];
    if (role?.kind !== 'write' || this.#model.plan === null || !showsChanges(this.#model.stateOf(row)))
      return undefined;
    return this.#changesOf(row).get(role.field);
  }

  /** Whether a cell that could be written asks for nothing new: the customer has it already. */
  isKeptAt(row: RowId, column: ColumnIndex): boolean {
    if (this.#model.plan === null || this.#model.mapping.roles[column]?.kind !== 'write') return false;
    const state = this.#model.stateOf(row);
    if (state === 'unchanged') return true;
    return showsChanges(state) && this.#model.planned(row) !== undefined && !this.changeAt(row, column);
  }

  #findingsOf(row: RowId): readonly Diagnostic[] {
    const known = this.#findings.get(row);
    if (known) return known;
    const found = this.#model.findings(row);
    this.#findings.set(row, found);
    return found;
  }

  #changesOf(row: RowId): ReadonlyMap<Field, Change> {
    const known = this.#changes.get(row);
    if (known) return known;
    const planned = this.#model.planned(row);
    // Being fetched: the model says so when it is there.
    if (!planned) return NO_CHANGES;
    const changes = new Map(planned.changes.map((change) => [change.field, change as Change]));
    this.#changes.set(row, changes);
    return changes;
  }
}

const NO_CHANGES: ReadonlyMap<Field, Change> = new Map();
