import type { Diagnostic, RowId } from '../diagnostic.ts';
import { ExcelTextMarks, unwrapped } from '../excel-text.ts';
import { OwnFile } from '../own-file.ts';
import { err, ok, type Result } from '../result.ts';
import { columnsOf, LIMITS, type RaggedRow, type Sheet } from '../sheet.ts';
import { finding } from '../words/diagnostics.ts';
import { isBlankCell, isBlankRecord } from './blank.ts';
import { raggedRowsBeside, usedColumns } from './columns-used.ts';
import { Beginning, type FileLine } from './file-lines.ts';
import { headerFindings } from './header-findings.ts';
import { HeaderSearch } from './header-search.ts';
import type { ParsedBlock } from './parse.ts';
import { SomeLines } from './some-lines.ts';

const FIRST_CAPACITY = 1_024;
/** Long cells that are named; a file full of them is no better known by a thousand. */
const MOST_LONG_CELLS = 5;

export interface BuilderOptions {
  /** The first record, where it is a line `sep=;`. */
  readonly separatorLine: string | undefined;
  /** The header is the first record on this line or below; determined where it is missing. */
  readonly headerLine?: number | undefined;
  /** Whether `="02138"` is the text 02138. */
  readonly unwraps: boolean;
}

export interface BuiltSheet {
  readonly sheet: Sheet;
  readonly findings: readonly Diagnostic[];
  readonly headerLine: number;
  readonly beginning: readonly FileLine[];
}

/** Puts records together to a sheet: header and rows; what is neither is left out and said. */
export class SheetBuilder {
  readonly #options: BuilderOptions;
  readonly #search: HeaderSearch;
  readonly #beginning = new Beginning();
  readonly #excelText = new ExcelTextMarks();
  readonly #blankRows = new SomeLines();
  readonly #emptyExtras = new SomeLines();
  readonly #ragged = new SomeLines();
  readonly #longCells: Diagnostic[] = [];
  #longCellCount = 0;
  #headers: readonly string[] | undefined;
  #headerLine = 0;
  #ownFile: OwnFile | undefined;
  #cells: string[][] = [];
  #capacity = 0;
  readonly #lines: number[] = [];
  #hasTooManyRows = false;
  readonly #raggedRows = new Map<RowId, RaggedRow>();

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#search = new HeaderSearch(options.headerLine);
  }

  add({ records, lines, mayHoldExcelText }: ParsedBlock): void {
    const { separatorLine } = this.#options;
    for (const [index, record] of records.entries()) {
      const line = lines[index] ?? 0;
      if (line === 1 && separatorLine !== undefined) this.#show('separator', line, [separatorLine]);
      else if (isBlankRecord(record)) this.#addBlank(record, line);
      else if (this.#headers) this.#addRow(record, line, this.#headers.length, mayHoldExcelText);
      else if (this.#search.add({ record, line })) this.#decideHeader();
    }
  }

  finish(): Result<BuiltSheet, readonly Diagnostic[]> {
    if (!this.#headers) this.#decideHeader();
    const headers = this.#headers;
    if (!headers) {
      const code = this.#search.above.total > 0 ? 'header_line_beyond' : 'empty_file';
      return err([finding(code, { kind: 'file' })]);
    }
    if (headers.length > LIMITS.columns) {
      const params = { limit: LIMITS.columns, found: headers.length };
      return err([finding('too_many_columns', { kind: 'line', line: this.#headerLine }, params)]);
    }
    const rowCount = this.#lines.length;
    for (const texts of this.#cells) texts.length = rowCount;
    const table = { headers, cells: this.#cells, raggedRows: this.#raggedRows };
    const used = usedColumns(table);
    const sheet: Sheet = {
      columns: columnsOf(headers.slice(0, used)),
      rowCount,
      cells: this.#cells.slice(0, used),
      lines: this.#lines,
      raggedRows: used === headers.length ? this.#raggedRows : raggedRowsBeside(table, used),
      excelText: this.#excelText.result(),
    };
    return ok({
      sheet,
      findings: this.#findings(sheet, headers.length - used),
      headerLine: this.#headerLine,
      beginning: this.#beginning.lines,
    });
  }

  #decideHeader(): void {
    const decided = this.#search.decide();
    for (const { record, line } of decided.above) this.#show('above', line, record);
    if (!decided.header) return;
    this.#addHeader(decided.header.record, decided.header.line);
    const width = this.#headers?.length ?? 0;
    for (const { record, line } of decided.rows) this.#addRow(record, line, width, true);
  }

  #addHeader(found: readonly string[], line: number): void {
    this.#ownFile = OwnFile.of(found);
    const restored = this.#ownFile?.restored(found);
    const record = restored?.cells ?? found;
    const headers = record.map((text, column) => {
      const isLiteral = !this.#options.unwraps || restored?.wasGuarded[column] === true;
      const within = isLiteral ? undefined : unwrapped(text);
      if (within !== undefined) this.#excelText.markHeader(column);
      this.#noteLength(text, line, column);
      return within ?? text;
    });
    this.#show('header', line, headers);
    this.#headers = headers;
    this.#headerLine = line;
    if (record.length <= LIMITS.columns) this.#cells = record.map(() => []);
  }

  #addBlank(record: readonly string[], line: number): void {
    this.#blankRows.add(line);
    this.#show('blank', line, record);
  }

  #addRow(found: readonly string[], line: number, width: number, mayHoldExcelText: boolean): void {
    const restored = this.#ownFile?.restored(found);
    const record = restored?.cells ?? found;
    // Nothing is made of more than the limits allow: it would only cost the memory of the computer.
    if (width > LIMITS.columns) return;
    if (this.#lines.length >= LIMITS.rows) {
      this.#hasTooManyRows = true;
      return;
    }
    const row = this.#lines.push(line) - 1;
    if (row >= this.#capacity) this.#grow();
    const unwraps = mayHoldExcelText && this.#options.unwraps;
    const texts = unwraps ? this.#unwrap(record, row, width, restored?.wasGuarded) : record;
    if (this.#beginning.wantsRows) this.#show('row', line, texts);
    for (let column = 0; column < width; column++) {
      const text = texts[column] ?? '';
      if (text.length > LIMITS.cellCharacters) this.#noteLength(text, line, column);
      (this.#cells[column] as string[])[row] = text;
    }
    if (record.length !== width) this.#addRagged(record, row, line, width);
  }

  #addRagged(record: readonly string[], row: RowId, line: number, width: number): void {
    const extraCells = record.slice(width);
    if (extraCells.length > 0 && extraCells.every(isBlankCell)) {
      this.#emptyExtras.add(line);
      return;
    }
    for (const [at, text] of extraCells.entries()) this.#noteLength(text, line, width + at);
    this.#raggedRows.set(row, { found: record.length, extraCells });
    this.#ragged.add(line);
  }

  #unwrap(
    record: readonly string[],
    row: RowId,
    width: number,
    wasGuarded: readonly boolean[] | undefined,
  ): readonly string[] {
    let texts: string[] | undefined;
    for (let column = 0; column < width; column++) {
      const within = wasGuarded?.[column] ? undefined : unwrapped(record[column] ?? '');
      if (within === undefined) continue;
      texts ??= [...record];
      texts[column] = within;
      this.#excelText.mark(row, column);
    }
    return texts ?? record;
  }

  #noteLength(text: string, line: number, column: number): void {
    if (text.length <= LIMITS.cellCharacters) return;
    this.#longCellCount++;
    if (this.#longCells.length >= MOST_LONG_CELLS) return;
    const params = { column: column + 1, length: text.length, limit: LIMITS.cellCharacters };
    this.#longCells.push(finding('long_cell', { kind: 'line', line }, params));
  }

  #show(kind: FileLine['kind'], line: number, cells: readonly string[]): void {
    this.#beginning.add({ kind, line, cells }, this.#headers !== undefined);
  }

  /** Of known length, and shortened in the end: growing columns cell by cell takes twice as long. */
  #grow(): void {
    this.#capacity = Math.max(FIRST_CAPACITY, 2 * this.#capacity);
    for (const texts of this.#cells) texts.length = this.#capacity;
  }

  #findings({ columns, rowCount }: Sheet, emptyColumns: number): readonly Diagnostic[] {
    const file = { kind: 'file' } as const;
    const { above } = this.#search;
    const moreLong = this.#longCellCount - this.#longCells.length;
    return [
      ...(this.#ownFile ? [this.#ownFile.finding] : []),
      ...this.#longCells,
      ...(moreLong > 0 ? [finding('more_long_cells', file, { total: moreLong })] : []),
      ...(rowCount === 0 ? [finding('no_rows', file)] : []),
      ...(this.#hasTooManyRows ? [finding('too_many_rows', file, { limit: LIMITS.rows })] : []),
      ...(above.total > 0
        ? [finding('lines_above_header', file, { lines: above, texts: this.#search.aboveTexts })]
        : []),
      ...(this.#blankRows.total > 0 ? [finding('blank_rows', file, this.#blankRows)] : []),
      ...(emptyColumns > 0 ? [finding('empty_columns', file, { total: emptyColumns })] : []),
      ...(this.#emptyExtras.total > 0 ? [finding('empty_extra_cells', file, this.#emptyExtras)] : []),
      ...(this.#ragged.total > 0 ? [finding('ragged_rows', file, this.#ragged)] : []),
      ...(this.#excelText.total > 0 ? [finding('excel_text', file, { total: this.#excelText.total })] : []),
      ...headerFindings(columns, this.#headerLine),
    ];
  }
}
