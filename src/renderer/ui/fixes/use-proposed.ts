import { useEffect, useState } from 'react';
import { finishInSlices } from '../../model/breathe.ts';
import type { MeantRows, ProposedChanges } from '../../model/fixes/proposed-changes.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { PreviewRequest } from './preview-state.ts';

/** What would be changed; `undefined` while the sheet is gone through. Nobody waits for it any more: it stops. */
export function useProposed(
  sheet: SheetModel,
  request: PreviewRequest,
  meant: MeantRows,
): ProposedChanges | undefined {
  const [proposed, setProposed] = useState<ProposedChanges>();
  useEffect(() => {
    setProposed(undefined);
    return finishInSlices(request.collect(sheet, meant), setProposed);
  }, [sheet, request, meant]);
  return proposed;
}
