import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/workspace-model.ts';
import { GridHost } from '../grid/grid-host.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { Splitter } from '../inspector/splitter.tsx';
import { useView } from '../view-state.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { EmptyList } from './empty-list.tsx';
import { FileFindings } from './file-findings.tsx';
import { SearchBox } from './search-box.tsx';
import { StateTabs } from './state-tabs.tsx';
import { UndoStrip } from './undo-strip.tsx';

/** The sheet and all that is about it. The grid is mounted once and never goes away while the sheet is open. */
export function SheetView({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const inspectorIsOpen = useView((view) => view.inspectorIsOpen);
  const inspectorWidth = useView((view) => view.inspectorWidth);
  return (
    <main className="sheet">
      <div className="sheet-bar">
        <StateTabs sheet={sheet} />
        <SearchBox sheet={sheet} />
      </div>
      {sheet.undoes === null ? <FileFindings sheet={sheet} /> : <UndoStrip />}
      <div className="sheet-body">
        <div className="sheet-grid">
          <GridHost sheet={sheet} />
          {sheet.shown.length === 0 && <EmptyList sheet={sheet} />}
        </div>
        {inspectorIsOpen && (
          <>
            <Splitter />
            <aside className="inspector" style={{ width: inspectorWidth }} aria-label={INSPECTOR.title}>
              <Inspector sheet={sheet} />
            </aside>
          </>
        )}
      </div>
    </main>
  );
}
