import type { ColumnIndex, RowId } from './diagnostic.ts';
import { type ExcelText, wrapped } from './excel-text.ts';

/** A column of the imported table. */
export interface Column {
  readonly index: ColumnIndex;
  /** The text of the file. */
  readonly header: string;
  /** Tells columns with the same or no header apart: `Notes`, `Notes (2)`, `(column 5)`. */
  readonly name: string;
}

/** The imported table, as the file has it. Never changed: what people edit lies over it. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** `cells[column][row]`, the exact text (but see `excelText`); a row that is short of cells has blank ones. */
  readonly cells: readonly (readonly string[])[];
  /** 1-based physical line of the file on which each row begins. */
  readonly lines: readonly number[];
  /** Rows whose number of cells differs from the header's. */
  readonly raggedRows: ReadonlyMap<RowId, RaggedRow>;
  readonly excelText: ExcelText;
}

export interface RaggedRow {
  readonly found: number;
  /** Cells beyond the last column, kept for the report. */
  readonly extraCells: readonly string[];
}

/** Limits stated to people: what Excel itself can hold, and as many columns as anybody can look at. */
export const LIMITS = { rows: 1_048_576, columns: 1_000, cellCharacters: 32_767 } as const;

/** An id is never given twice, so rows that were added and removed again use some up; so many there may ever be. */
export const MOST_ROW_IDS = 2 * LIMITS.rows;

/** A row's line in the file. Rows that were added in the app go on after the file's last one. */
export const lineOf = (sheet: Sheet, row: RowId): number =>
  sheet.lines[row] ?? (sheet.lines.at(-1) ?? HEADER_LINE) + 1 + row - sheet.rowCount;

const HEADER_LINE = 1;

/** A row's own cells, to the letter as the file has them. */
export const originalCells = ({ cells, excelText }: Sheet, row: RowId): readonly string[] =>
  cells.map((texts, column) => {
    const text = texts[row] ?? '';
    return excelText.cells.get(column)?.[row] ? wrapped(text) : text;
  });

/** The headers, to the letter as the file has them. */
export const originalHeaders = ({ columns, excelText }: Sheet): readonly string[] =>
  columns.map(({ header, index }) => (excelText.headers.has(index) ? wrapped(header) : header));

/** Columns from a header row; same and missing names are told apart. */
export function columnsOf(headers: readonly string[]): readonly Column[] {
  const taken = new Set<string>(headers);
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const base = header.trim() === '' ? `(column ${index + 1})` : header;
    let name = base;
    for (let number = 2; seen.has(name) || (name !== header && taken.has(name)); number++) {
      name = `${base} (${number})`;
    }
    seen.add(name);
    return { index, header, name };
  });
}
