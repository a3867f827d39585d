import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import { SHEET } from '../words/sheet.ts';

/** Says why no row is shown, and offers what shows some. */
export function EmptyList({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  return (
    <div className="empty-list" role="status">
      <strong>{SHEET.empty.title}</strong>
      <p className="quiet">{SHEET.empty.lead(sheet.search)}</p>
      {sheet.counts.all > 0 && (
        <button type="button" className="button button-plain" onClick={() => sheet.show(EVERY_ROW)}>
          {SHEET.empty.clear}
        </button>
      )}
    </div>
  );
}
