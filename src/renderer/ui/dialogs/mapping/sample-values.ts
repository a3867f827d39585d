import type { ColumnIndex } from '../../../../core/diagnostic.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';

const SAMPLES = 3;
const ROWS_LOOKED_AT = 2_000;
const LONGEST = 40;

/** The first different values of a column. */
export function sampleValues(sheet: SheetModel, column: ColumnIndex): readonly string[] {
  const found = new Set<string>();
  for (let row = 0; row < Math.min(sheet.rowCount, ROWS_LOOKED_AT) && found.size < SAMPLES; row++) {
    const text = sheet.cell(row, column).trim();
    if (text !== '') found.add(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  }
  return [...found];
}
