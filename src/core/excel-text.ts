import type { ColumnIndex, RowId } from './diagnostic.ts';

/**
 * Cells that the file writes as `="02138"`, Excel's way of keeping a number's text. The sheet holds the text
 * within; reports print the file's own, which it can be made from exactly.
 */
export interface ExcelText {
  readonly headers: ReadonlySet<ColumnIndex>;
  /** By column; 1 where a row's cell is one. */
  readonly cells: ReadonlyMap<ColumnIndex, Uint8Array>;
}

export const NO_EXCEL_TEXT: ExcelText = { headers: new Set(), cells: new Map() };

/** The text within; `undefined` where the cell is not one of them. */
export function unwrapped(text: string): string | undefined {
  const within = EXCEL_TEXT.exec(text)?.[1];
  return within?.replaceAll('""', '"');
}

const EXCEL_TEXT = /^="((?:[^"]|"")*)"$/;

export const wrapped = (text: string): string => `="${text.replaceAll('"', '""')}"`;

const FIRST_CAPACITY = 1_024;

/** Notes where cells were unwrapped. */
export class ExcelTextMarks implements ExcelText {
  readonly headers = new Set<ColumnIndex>();
  readonly cells = new Map<ColumnIndex, Uint8Array>();
  /** Cells and headers marked. */
  total = 0;

  markHeader(column: ColumnIndex): void {
    this.headers.add(column);
    this.total++;
  }

  mark(row: RowId, column: ColumnIndex): void {
    let marks = this.cells.get(column);
    if (!marks || row >= marks.length) {
      const longer = new Uint8Array(Math.max(FIRST_CAPACITY, 2 * row));
      longer.set(marks ?? []);
      marks = longer;
      this.cells.set(column, marks);
    }
    marks[row] = 1;
    this.total++;
  }

  /** What was marked, as plain data. */
  result(): ExcelText {
    return this.total === 0 ? NO_EXCEL_TEXT : { headers: this.headers, cells: this.cells };
  }
}
