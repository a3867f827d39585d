import type { ReactElement } from 'react';
import type { MeantRows } from '../../model/fixes/proposed-changes.ts';
import { PREVIEW } from '../words/fixes.ts';

const ALL_MEANT = ['shown', 'all'] as const satisfies readonly MeantRows[];

interface RowsChoiceProps {
  readonly meant: MeantRows;
  readonly onChoose: (meant: MeantRows) => void;
}

/** Rows that the tab or a filter hides are changed only where somebody says so. */
export function RowsChoice({ meant, onChoose }: RowsChoiceProps): ReactElement {
  return (
    <fieldset className="preview-choice">
      <legend>{PREVIEW.rows}</legend>
      {ALL_MEANT.map((rows) => (
        <label key={rows} className="check-line">
          <input
            type="radio"
            name="rows"
            value={rows}
            checked={meant === rows}
            onChange={() => onChoose(rows)}
          />
          {PREVIEW[rows]}
        </label>
      ))}
    </fieldset>
  );
}
