import type { ReactElement } from 'react';
import { assertNever } from '../../../core/assert-never.ts';
import type { CustomerMerge, Mergeable } from '../../model/fixes/customer-merges.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';
import { MERGE } from '../words/finding-kinds.ts';
import { CellText } from './cell-text.tsx';

/** What a row takes over from the others about its customer. */
export function TakenCells({
  sheet,
  merge,
}: {
  readonly sheet: SheetModel;
  readonly merge: Mergeable;
}): ReactElement {
  if (merge.cells.length === 0) return <p className="quiet">{MERGE.asIs}</p>;
  return (
    <dl className="taken">
      {merge.cells.map(({ column, before, after }) => (
        <div key={column}>
          <dt>{sheet.columns[column]?.name}</dt>
          <dd>
            <CellText text={before} />
            <Icon name="arrow" />
            <strong>
              <CellText text={after} />
            </strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Why rows can't be merged. */
export function refusalText(sheet: SheetModel, { rows, merge }: CustomerMerge): string {
  const lines = rows.map((row) => sheet.lineOf(row));
  switch (merge.kind) {
    case 'mergeable':
      return '';
    case 'contradicting':
      return MERGE.contradicting(
        lines,
        merge.columns.map((column) => sheet.columns[column]?.name ?? ''),
      );
    case 'has_errors':
      return MERGE.hasErrors(lines, sheet.lineOf(merge.row));
    case 'blank_question':
      return MERGE.blankQuestion(lines, merge.address);
    case 'too_many':
      return MERGE.tooMany(merge.total);
    default:
      return assertNever(merge, 'row merge');
  }
}
