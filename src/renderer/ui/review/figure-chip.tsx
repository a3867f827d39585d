import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import { Icon } from '../icon.tsx';
import { REVIEW } from '../words/review.ts';

/** Says that only the rows of one figure are shown, and takes that back. */
export function FigureChip({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const { figure, shown } = sheet;
  if (figure === null) return null;
  const words = REVIEW.showing(shown.length, figure.rows.size, figure.subject);
  return (
    <button
      type="button"
      className="button button-small finding-chip"
      title={`${words}\n${REVIEW.showAll}`}
      data-out-of-sight="figure"
      onClick={() => sheet.show(EVERY_ROW)}
    >
      <span>{words}</span>
      <Icon name="close" />
    </button>
  );
}
