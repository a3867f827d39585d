import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { clipboardHtml, clipboardHtmlRow } from './clipboard-html.ts';
import { clipboardRow, clipboardText } from './clipboard-text.ts';

/** Cells for the clipboard: for programs that take text, and for those that take tables. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

interface Cells {
  cell(row: RowId, column: ColumnIndex): string;
}

const ROWS_AT_ONCE = 100;

/** Puts cells together for the clipboard, in steps: it may be a whole sheet. */
export function* copiedCells(
  sheet: Cells,
  rows: readonly RowId[],
  columns: readonly ColumnIndex[],
): Generator<void, Copied> {
  const text: string[] = [];
  const html: string[] = [];
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((column) => sheet.cell(row, column));
    text.push(clipboardRow(cells));
    html.push(clipboardHtmlRow(cells));
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
  return { text: clipboardText(text), html: clipboardHtml(html) };
}
