import { checkConstants } from './constants.ts';
import { type Diagnostic, isError, type RowId, type Severity } from './diagnostic.ts';
import { type EditedSheet, editedColumns } from './edited-sheet.ts';
import { checkMapping, type Mapping, withEditedColumns } from './mapping.ts';
import { Repeats } from './repeats.ts';
import { createRowReader, type RowReader, type RowReading } from './row-reading.ts';
import { lineOf } from './sheet.ts';
import type { SheetState, ValidatedSheet } from './validated-sheet.ts';
import { finding } from './words/diagnostics.ts';

const WARNED = 1;
const INVALID = 2;
const MOST_LINES_NAMED = 5;
const ROWS_TO_SPARE = 1_000;

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
  /** Worst finding of the row itself. */
  #own: Uint8Array;
  /** Findings across rows that the row has: same customer, same e-mail. */
  #across: Uint8Array;
  readonly #customers = new Repeats();
  readonly #emails = new Repeats();
  #validated = 0;
  #excluded = 0;
  #removed = 0;
  #invalid = 0;
  #warned = 0;

  constructor(edited: EditedSheet, chosen: Mapping) {
    this.#edited = edited;
    this.#chosen = chosen;
    this.mapping = withEditedColumns(chosen, editedColumns(edited));
    this.#reader = createRowReader(edited, chosen);
    this.#own = new Uint8Array(edited.rowCount);
    this.#across = new Uint8Array(edited.rowCount);
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
    const ready = this.#validated - this.#removed - this.#excluded - this.#invalid;
    return { ready, excluded: this.#excluded, invalid: this.#invalid, warnings: this.#warned };
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
    const mapping = withEditedColumns(this.#chosen, editedColumns(edited));
    if (mapping.roles.some((role, column) => role.kind !== this.mapping.roles[column]?.kind))
      return undefined;
    const touched = new Set<RowId>();
    const changing = [...rows].filter((row) => row < this.#validated);
    const isThrough = this.#validated === this.#edited.rowCount;
    for (const row of changing) for (const other of this.#leave(row)) touched.add(other);
    this.#edited = edited;
    this.#reader = createRowReader(edited, this.#chosen);
    this.#own = withRoom(this.#own, edited.rowCount);
    this.#across = withRoom(this.#across, edited.rowCount);
    for (const row of changing) for (const other of this.#enter(row)) touched.add(other);
    // Where the others were gone through, nobody comes back for those added since.
    const end = isThrough ? edited.rowCount : this.#validated;
    for (; this.#validated < end; this.#validated++)
      for (const other of this.#enter(this.#validated)) touched.add(other);
    return touched;
  }

  stateOf(row: RowId): SheetState {
    if (this.#isOut(row)) return 'excluded';
    return this.#isInvalid(row) ? 'invalid' : 'ready';
  }

  severityOf(row: RowId): Severity | undefined {
    if (this.#isInvalid(row)) return 'error';
    return this.#own[row] === WARNED ? 'warning' : undefined;
  }

  read(row: RowId): RowReading {
    if (this.#edited.removedRows.has(row)) return nothingIn(row);
    const reading = this.#reader(row);
    const across = this.#isOut(row) ? [] : this.#acrossFindings(reading);
    return across.length === 0 ? reading : { ...reading, diagnostics: [...reading.diagnostics, ...across] };
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
    const others = [...rows].filter((other) => other !== row).sort((a, b) => a - b);
    return others.slice(0, MOST_LINES_NAMED).map((other) => lineOf(this.#edited.sheet, other));
  }

  #isInvalid(row: RowId): boolean {
    return this.#own[row] === INVALID || (this.#across[row] ?? 0) > 0;
  }

  #isOut(row: RowId): boolean {
    return this.#edited.excludedRows.has(row) || this.#edited.removedRows.has(row);
  }

  #enter(row: RowId): readonly RowId[] {
    if (this.#isOut(row)) {
      this.#countOut(row, 1);
      return [row];
    }
    const reading = this.#reader(row);
    for (const address of reading.partlyBlank) this.partlyBlankRows[address]++;
    this.#uncount(row);
    this.#own[row] = severityCode(reading.diagnostics);
    this.#count(row);
    const touched = [
      ...this.#customers.add(reading.key?.text, row),
      ...this.#emails.add(newEmail(reading), row),
    ];
    this.#shiftAcross(touched, 1);
    return [row, ...touched];
  }

  #leave(row: RowId): readonly RowId[] {
    if (this.#isOut(row)) {
      this.#countOut(row, -1);
      return [row];
    }
    const reading = this.#reader(row);
    for (const address of reading.partlyBlank) this.partlyBlankRows[address]--;
    const touched = [
      ...this.#customers.remove(reading.key?.text, row),
      ...this.#emails.remove(newEmail(reading), row),
    ];
    this.#shiftAcross(touched, -1);
    this.#uncount(row);
    this.#own[row] = 0;
    this.#count(row);
    return [row, ...touched];
  }

  #countOut(row: RowId, by: 1 | -1): void {
    if (this.#edited.removedRows.has(row)) this.#removed += by;
    else this.#excluded += by;
  }

  #shiftAcross(rows: readonly RowId[], by: 1 | -1): void {
    for (const row of rows) {
      this.#uncount(row);
      this.#across[row] = (this.#across[row] ?? 0) + by;
      this.#count(row);
    }
  }

  #count(row: RowId): void {
    if (this.#isInvalid(row)) this.#invalid++;
    else if (this.#own[row] === WARNED) this.#warned++;
  }

  #uncount(row: RowId): void {
    if (this.#isInvalid(row)) this.#invalid--;
    else if (this.#own[row] === WARNED) this.#warned--;
  }
}

const nothingIn = (row: RowId): RowReading => ({
  row,
  key: undefined,
  edits: [],
  checks: [],
  partlyBlank: [],
  diagnostics: [],
});

/** A copy with room for so many rows, where there is not enough; some to spare, since people add rows one by one. */
function withRoom(codes: Uint8Array, rowCount: number): Uint8Array {
  if (codes.length >= rowCount) return codes;
  const roomier = new Uint8Array(rowCount + ROWS_TO_SPARE);
  roomier.set(codes);
  return roomier;
}

function severityCode(diagnostics: readonly Diagnostic[]): number {
  if (diagnostics.length === 0) return 0;
  return diagnostics.some(isError) ? INVALID : WARNED;
}

function newEmail({ edits }: RowReading): string | undefined {
  const edit = edits.find(({ field }) => field === 'email')?.edit;
  return edit?.kind === 'set' ? String(edit.value) : undefined;
}
