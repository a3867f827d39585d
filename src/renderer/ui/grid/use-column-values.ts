import { useEffect, useState } from 'react';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { ColumnValue } from '../../model/column-values.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

/** More than anybody goes through; what is rarer is found by typing. */
export const MOST_VALUES = 200;

/** The column's most frequent values, as soon as they are counted. */
export function useColumnValues(sheet: SheetModel, column: ColumnIndex): readonly ColumnValue[] {
  const [values, setValues] = useState<readonly ColumnValue[]>([]);
  useEffect(() => {
    let isWanted = true;
    const find = async (): Promise<void> => {
      const found = await sheet.valuesOf(column, MOST_VALUES);
      if (isWanted) setValues(found);
    };
    void find();
    return () => {
      isWanted = false;
    };
  }, [sheet, column]);
  return values;
}
