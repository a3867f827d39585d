import type { ReactElement } from 'react';
import type { RowId } from '../../../core/diagnostic.ts';
import { mergeOperations } from '../../model/fixes/customer-merges.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { MERGE } from '../words/finding-kinds.ts';
import { refusalText, TakenCells } from './merge-text.tsx';

/** What can be done about several rows of one customer: merge them, or why that can't be. */
export function MergeOffer({
  sheet,
  row,
}: {
  readonly sheet: SheetModel;
  readonly row: RowId;
}): ReactElement | null {
  const found = sheet.mergeOf(row);
  if (!found) return null;
  const { merge } = found;
  if (merge.kind !== 'mergeable') return <p className="quiet">{refusalText(sheet, found)}</p>;
  return (
    <div className="merge-offer">
      <p>
        {MERGE.into(
          sheet.lineOf(merge.into),
          merge.others.map((other) => sheet.lineOf(other)),
        )}
      </p>
      <TakenCells sheet={sheet} merge={merge} />
      <button
        type="button"
        className="button button-plain button-small"
        data-merge="one"
        onClick={() => sheet.doStep(mergeOperations([merge]))}
      >
        {MERGE.one}
      </button>
    </div>
  );
}
