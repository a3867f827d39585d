import { checkConstants } from './constants.ts';
import { type Diagnostic, isError, type RowId, type Severity } from './diagnostic.ts';
import { type EditedSheet, editedColumns } from './edited-sheet.ts';
import { checkMapping, type Mapping, withEditedColumns } from './mapping.ts';
import { Repeats } from './repeats.ts';
import { createRowReader, type RowReader, type RowReading } from './row-reading.ts';
import { FINE, INVALID, SeverityTally, WARNED } from './severity-tally.ts';
import { lineOf } from './sheet.ts';
import type { SheetState, ValidatedSheet } from './validated-sheet.ts';
import { finding } from './words/diagnostics.ts';

const MOST_LINES_NAMED = 5;
/** Rows that are gone through between two chances for others to go first. */
const ROWS_AT_ONCE = 200;

/**
 * A sheet judged row by row: the first time in slices, so that a window stays alive, and after an edit only the
 * rows it touched. Severities are kept in an array, findings are worked out again when they are asked for.
 */
export class SheetValidator implements ValidatedSheet {
  readonly mapping: Mapping;
  readonly mappingFindings: readonly Diagnostic[];
  readonly partlyBlankRows = { billing_address: 0, shipping_address: 0 };
  #edited: EditedSheet;
  #reader: RowReader;
  readonly #chosen: Mapping;
  readonly #tally: SeverityTally;
  readonly #customers = new Repeats();
  readonly #emails = new Repeats();
  #validated = 0;
  #excluded = 0;
  #removed = 0;

  constructor(edited: EditedSheet, chosen: Mapping) {
    this.#edited = edited;
    this.#chosen = chosen;
    this.mapping = withEditedColumns(chosen, editedColumns(edited));
    this.#reader = createRowReader(edited, chosen);
    this.#tally = new SeverityTally(edited.rowCount);
    this.mappingFindings = [
      ...checkMapping(this.mapping, edited.sheet.columns),
      ...checkConstants(this.mapping, edited),
    ];
  }

  get edited(): EditedSheet {
    return this.#edited;
  }

  /** Rows validated so far, in the order of the file; the rest is in no count. */
  get validatedRows(): number {
    return this.#validated;
  }

  get counts(): ValidatedSheet['counts'] {
    const { invalid, warned } = this.#tally;
    const ready = this.#validated - this.#removed - this.#excluded - invalid;
    return { ready, excluded: this.#excluded, invalid, warnings: warned };
  }

  /** Validates the next rows, at most so many. Returns whether there are more. */
  validateNext(most: number): boolean {
    const end = Math.min(this.#edited.rowCount, this.#validated + most);
    for (; this.#validated < end; this.#validated++) this.#enter(this.#validated);
    return end < this.#edited.rowCount;
  }

  /**
   * Takes over a sheet in which only these rows differ, and rows were added. Returns all rows whose state may have
   * changed: beside these, those that no longer, or now, share a customer or an e-mail with them.
   *
   * @returns `undefined` where the edit changed a column's role: everything has to be validated again
   */
  update(edited: EditedSheet, rows: Iterable<RowId>): ReadonlySet<RowId> | undefined {
    const steps = this.updateSteps(edited, rows);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** The same in steps, for many rows. Until the last one, some of them are in no count. */
  *updateSteps(edited: EditedSheet, rows: Iterable<RowId>): Generator<void, ReadonlySet<RowId> | undefined> {
    const mapping = withEditedColumns(this.#chosen, editedColumns(edited));
    if (mapping.roles.some((role, column) => role.kind !== this.mapping.roles[column]?.kind))
      return undefined;
    const touched = new Set<RowId>();
    const left: RowId[] = [];
    const later: RowId[] = [];
    for (const row of rows) (row < this.#validated ? left : later).push(row);
    for (const [index, row] of left.entries()) {
      this.#leave(row, touched);
      if (isPause(index)) yield;
    }
    // Gone through while others went first, as the sheet was.
    for (const row of later) {
      if (row >= this.#validated) continue;
      this.#leave(row, touched);
      left.push(row);
    }
    const end = this.#validated === this.#edited.rowCount ? edited.rowCount : this.#validated;
    this.#edited = edited;
    this.#reader = createRowReader(edited, this.#chosen);
    this.#tally.makeRoom(edited.rowCount);
    for (const [index, row] of left.entries()) {
      this.#enter(row, touched);
      if (isPause(index)) yield;
    }
    // Where the others were gone through, nobody comes back for those added since.
    while (this.#validated < end) {
      this.#enter(this.#validated++, touched);
      if (isPause(this.#validated)) yield;
    }
    return touched;
  }

  stateOf(row: RowId): SheetState {
    if (this.#isOut(row)) return 'excluded';
    return this.#tally.isInvalid(row) ? 'invalid' : 'ready';
  }

  severityOf(row: RowId): Severity | undefined {
    return this.#tally.severityOf(row);
  }

  read(row: RowId): RowReading {
    if (this.#edited.removedRows.has(row)) return nothingIn(row);
    const reading = this.#reader(row);
    const across = this.#isOut(row) ? [] : this.#acrossFindings(reading);
    return across.length === 0 ? reading : { ...reading, diagnostics: [...reading.diagnostics, ...across] };
  }

  /** Rows about one row's customer, itself among them; `undefined` where it is the only one. */
  rowsOfCustomer(row: RowId): ReadonlySet<RowId> | undefined {
    if (this.#isOut(row)) return undefined;
    const rows = this.#customers.rowsWith(this.#reader(row).key?.text);
    return rows?.has(row) ? rows : undefined;
  }

  sameAs(row: RowId): RowId | undefined {
    return this.#edited.excludedRows.has(row)
      ? this.#customers.rowWith(this.#reader(row).key?.text)
      : undefined;
  }

  #acrossFindings(reading: RowReading): readonly Diagnostic[] {
    const { row } = reading;
    const place = { kind: 'row', row } as const;
    const found: Diagnostic[] = [];
    const sameCustomer = this.#customers.rowsWith(reading.key?.text);
    if (sameCustomer?.has(row)) {
      found.push(finding('duplicate_customer', place, { lines: this.#linesBeside(sameCustomer, row) }));
    }
    const sameEmail = this.#emails.rowsWith(newEmail(reading));
    if (sameEmail?.has(row)) {
      found.push(finding('email_used_twice', place, { lines: this.#linesBeside(sameEmail, row) }));
    }
    return found;
  }

  #linesBeside(rows: ReadonlySet<RowId>, row: RowId): readonly number[] {
    const others: RowId[] = [];
    // Of a million rows with one e-mail, only as many are looked at as are named.
    for (const other of rows) {
      if (others.length === MOST_LINES_NAMED) break;
      if (other !== row) others.push(other);
    }
    return others.sort((a, b) => a - b).map((other) => lineOf(this.#edited.sheet, other));
  }

  #isOut(row: RowId): boolean {
    return this.#edited.excludedRows.has(row) || this.#edited.removedRows.has(row);
  }

  #enter(row: RowId, touched?: Set<RowId>): void {
    touched?.add(row);
    if (this.#isOut(row)) {
      this.#countOut(row, 1);
      return;
    }
    const reading = this.#reader(row);
    for (const address of reading.partlyBlank) this.partlyBlankRows[address]++;
    this.#tally.setOwn(row, severityCode(reading.diagnostics));
    this.#shiftAcross(this.#customers.add(reading.key?.text, row), 1, touched);
    this.#shiftAcross(this.#emails.add(newEmail(reading), row), 1, touched);
  }

  #leave(row: RowId, touched: Set<RowId>): void {
    touched.add(row);
    if (this.#isOut(row)) {
      this.#countOut(row, -1);
      return;
    }
    const reading = this.#reader(row);
    for (const address of reading.partlyBlank) this.partlyBlankRows[address]--;
    this.#shiftAcross(this.#customers.remove(reading.key?.text, row), -1, touched);
    this.#shiftAcross(this.#emails.remove(newEmail(reading), row), -1, touched);
    this.#tally.setOwn(row, FINE);
  }

  #shiftAcross(rows: readonly RowId[], by: 1 | -1, touched: Set<RowId> | undefined): void {
    this.#tally.shiftAcross(rows, by);
    for (const row of rows) touched?.add(row);
  }

  #countOut(row: RowId, by: 1 | -1): void {
    if (this.#edited.removedRows.has(row)) this.#removed += by;
    else this.#excluded += by;
  }
}

const isPause = (index: number): boolean => index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1;

const nothingIn = (row: RowId): RowReading => ({
  row,
  key: undefined,
  edits: [],
  checks: [],
  partlyBlank: [],
  diagnostics: [],
});

function severityCode(diagnostics: readonly Diagnostic[]): number {
  if (diagnostics.length === 0) return FINE;
  return diagnostics.some(isError) ? INVALID : WARNED;
}

function newEmail({ edits }: RowReading): string | undefined {
  const edit = edits.find(({ field }) => field === 'email')?.edit;
  return edit?.kind === 'set' ? String(edit.value) : undefined;
}
