import { useEffect, useState } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import type { RowState } from '../../../core/row-state.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

/**
 * What the host knows of a row of the plan; asked again when the row's state changes. What was shown stays until
 * the answer is there, so that a row on its way does not flicker.
 */
export function useRowDetail(sheet: SheetModel, row: RowId, state: RowState): PlanRowView | undefined {
  const planId = sheet.plan?.planId;
  const [detail, setDetail] = useState<PlanRowView>();
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const found = planId === undefined ? undefined : await sheet.detail(row);
      if (isWanted) setDetail(found);
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [sheet, planId, row, state]);
  return detail?.row === row ? detail : undefined;
}
