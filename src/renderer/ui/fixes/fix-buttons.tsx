import type { ReactElement } from 'react';
import type { Diagnostic, RowId } from '../../../core/diagnostic.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { FINDINGS } from '../words/finding-kinds.ts';
import { useCensus } from './census-state.ts';
import { previewFixes } from './fix-all.ts';
import { kindTitle } from './kind-title.ts';

interface FixButtonsProps {
  readonly sheet: SheetModel;
  readonly row: RowId;
  readonly finding: Diagnostic;
}

/** What the fix of a finding would do: at once to this cell, or, shown first, to all like it. */
export function FixButtons({ sheet, row, finding }: FixButtonsProps): ReactElement | null {
  const census = useCensus(sheet);
  const { code, place, fix, message } = finding;
  if (!fix || place.kind !== 'cell') return null;
  const { column } = place;
  const inColumn = census?.fixesOf({ code, column }) ?? 0;
  const ofKind = census?.fixesOf({ code }) ?? 0;
  const title = kindTitle({ code }, message);
  return (
    <div className="fix-buttons">
      <button
        type="button"
        className="button button-plain button-small"
        disabled={sheet.lockOf(row) !== undefined}
        data-fix-cell={code}
        onClick={() => sheet.edit([{ row, column, after: fix.text }])}
      >
        {fix.label}
      </button>
      {/* Asked for all of a kind at once, below. */}
      {code !== 'looks_like_clear' && inColumn > 1 && (
        <button
          type="button"
          className="button button-plain button-small"
          onClick={() => previewFixes({ code, column }, title)}
        >
          {FINDINGS.fixColumn(inColumn)}
        </button>
      )}
      {code !== 'looks_like_clear' && ofKind > inColumn && (
        <button
          type="button"
          className="button button-plain button-small"
          onClick={() => previewFixes({ code }, title)}
        >
          {FINDINGS.fixKind(ofKind)}
        </button>
      )}
    </div>
  );
}
