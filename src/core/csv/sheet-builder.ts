import type { Diagnostic, RowId } from '../diagnostic.ts';
import { OwnFile } from '../own-file.ts';
import { err, ok, type Result } from '../result.ts';
import { type Column, columnsOf, LIMITS, type RaggedRow, type Sheet } from '../sheet.ts';
import { finding } from '../words/diagnostics.ts';
import type { ParsedBlock } from './parse.ts';

const SHOWN_LINES = 5;
const FIRST_CAPACITY = 1_024;

/** Puts records together to a sheet: the first one that is not blank is the header, blank ones are left out and said. */
export class SheetBuilder {
  #columns: readonly Column[] | undefined;
  #ownFile: OwnFile | undefined;
  #cells: string[][] = [];
  #capacity = 0;
  readonly #lines: number[] = [];
  readonly #blankLines: number[] = [];
  readonly #raggedRows = new Map<RowId, RaggedRow>();

  add({ records, lines }: ParsedBlock): void {
    for (const [index, record] of records.entries()) {
      const line = lines[index] ?? 0;
      if (isBlank(record)) this.#blankLines.push(line);
      else if (this.#columns)
        this.#addRow(this.#ownFile?.restored(record) ?? record, line, this.#columns.length);
      else this.#addHeader(record);
    }
  }

  finish(): Result<
    { readonly sheet: Sheet; readonly findings: readonly Diagnostic[] },
    readonly Diagnostic[]
  > {
    const columns = this.#columns;
    if (!columns) return err([finding('empty_file', { kind: 'file' })]);
    if (columns.length > LIMITS.columns) {
      return err([finding('too_many_columns', { kind: 'file' }, { limit: LIMITS.columns })]);
    }
    const rowCount = this.#lines.length;
    for (const texts of this.#cells) texts.length = rowCount;
    const findings = headerFindings(columns);
    if (this.#ownFile) findings.push(this.#ownFile.finding);
    if (rowCount === 0) findings.push(finding('no_rows', { kind: 'file' }));
    if (rowCount > LIMITS.rows)
      findings.push(finding('too_many_rows', { kind: 'file' }, { limit: LIMITS.rows }));
    const total = this.#blankLines.length;
    if (total > 0) {
      findings.push(
        finding('blank_rows', { kind: 'file' }, { total, lines: this.#blankLines.slice(0, SHOWN_LINES) }),
      );
    }
    const sheet: Sheet = {
      columns,
      rowCount,
      cells: this.#cells,
      lines: this.#lines,
      raggedRows: this.#raggedRows,
    };
    return ok({ sheet, findings });
  }

  #addHeader(record: readonly string[]): void {
    this.#ownFile = OwnFile.of(record);
    this.#columns = columnsOf(this.#ownFile?.restored(record) ?? record);
    this.#cells = this.#columns.map(() => []);
  }

  #addRow(record: readonly string[], line: number, width: number): void {
    const row = this.#lines.push(line) - 1;
    if (row >= this.#capacity) this.#grow();
    for (let column = 0; column < width; column++)
      (this.#cells[column] as string[])[row] = record[column] ?? '';
    if (record.length !== width) {
      this.#raggedRows.set(row, { found: record.length, extraCells: record.slice(width) });
    }
  }

  /** Of known length, and shortened in the end: growing columns cell by cell takes twice as long. */
  #grow(): void {
    this.#capacity = Math.max(FIRST_CAPACITY, 2 * this.#capacity);
    for (const texts of this.#cells) texts.length = this.#capacity;
  }
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

function headerFindings(columns: readonly Column[]): Diagnostic[] {
  const seen = new Set<string>();
  return columns.flatMap(({ header, index }) => {
    const place = { kind: 'column', column: index } as const;
    if (header.trim() === '') return [finding('empty_header', place)];
    if (seen.has(header)) return [finding('duplicate_header', place, { header })];
    seen.add(header);
    return [];
  });
}
