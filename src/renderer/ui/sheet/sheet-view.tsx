import { type ReactElement, useEffect } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { FindBar } from '../find/find-bar.tsx';
import { useFind } from '../find/find-state.ts';
import { endCensus } from '../fixes/census-state.ts';
import { ChangePreview } from '../fixes/change-preview.tsx';
import { FindingChip } from '../fixes/finding-chip.tsx';
import { FindingsPanel } from '../fixes/findings-panel.tsx';
import { MergePreview } from '../fixes/merge-preview.tsx';
import { useMerges } from '../fixes/merge-state.ts';
import { useFindings } from '../fixes/panel-state.ts';
import { usePreview } from '../fixes/preview-state.ts';
import { GridHost } from '../grid/grid-host.tsx';
import { GridMenus } from '../grid/grid-menus.tsx';
import { GridNoteBar } from '../grid/grid-note.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { Splitter } from '../inspector/splitter.tsx';
import { FigureChip } from '../review/figure-chip.tsx';
import { CommandButton } from '../toolbar/command-button.tsx';
import { useView } from '../view-state.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { EmptyList } from './empty-list.tsx';
import { FileFindings } from './file-findings.tsx';
import { LastRun } from './last-run.tsx';
import { OutOfSight } from './out-of-sight.tsx';
import { SearchBox } from './search-box.tsx';
import { StateTabs } from './state-tabs.tsx';
import { UndoStrip } from './undo-strip.tsx';

/** The sheet and all that is about it. The grid is mounted once and never goes away while the sheet is open. */
export function SheetView({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const inspectorIsOpen = useView((view) => view.inspectorIsOpen);
  const inspectorWidth = useView((view) => view.inspectorWidth);
  const finds = useFind((find) => find.shows !== 'nothing');
  const listsFindings = useFindings((findings) => findings.isOpen);
  const mergesAreAsked = useMerges((merges) => merges.isAsked);
  useEffect(() => endCensus, [sheet]);
  const request = usePreview((preview) => preview.request);
  return (
    <main className="sheet">
      <div className="sheet-bar">
        <h1 className="said">{sheet.fileName}</h1>
        <StateTabs sheet={sheet} />
        <FindingChip sheet={sheet} />
        <FigureChip sheet={sheet} />
        <CommandButton id="view.findings" isPressed={listsFindings} />
        <OutOfSight sheet={sheet} />
        <SearchBox sheet={sheet} />
      </div>
      {finds && <FindBar sheet={sheet} />}
      {sheet.undoes === null && <LastRun sheet={sheet} />}
      {sheet.undoes === null ? <FileFindings sheet={sheet} /> : <UndoStrip sheet={sheet} />}
      <div className="sheet-body">
        <div className="sheet-grid">
          <GridHost sheet={sheet} />
          <GridNoteBar />
          <GridMenus sheet={sheet} />
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
      {listsFindings && <FindingsPanel sheet={sheet} />}
      {request && <ChangePreview sheet={sheet} request={request} />}
      {mergesAreAsked && <MergePreview sheet={sheet} />}
    </main>
  );
}
