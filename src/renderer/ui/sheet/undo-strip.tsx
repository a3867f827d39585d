import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';
import { UNDO } from '../words/history.ts';

/** Above the sheet of an undo: what it does, and what nobody can take back. */
export function UndoStrip({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  return (
    <section className="strip" aria-label={UNDO.strip}>
      <div className="strip-line">
        <Icon name="undo" />
        <p>{UNDO.lead(sheet.fileName)}</p>
      </div>
      <div className="strip-line strip-warning">
        <Icon name="warning" />
        <p>{UNDO.meanwhile}</p>
      </div>
    </section>
  );
}
