import type { ReactElement } from 'react';
import type { LookAlike, LookAlikeMeaning } from '../../../core/tokens.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { INSPECTOR } from '../words/inspector.ts';

const MEANINGS = ['text', 'clear', 'keep'] as const satisfies readonly LookAlikeMeaning[];

/** What `N/A` and the like mean: asked once for all cells of a kind. */
export function LookAlikeQuestion({
  sheet,
  lookAlike,
}: {
  readonly sheet: SheetModel;
  readonly lookAlike: LookAlike;
}): ReactElement {
  const choose = (meaning: LookAlikeMeaning): void => {
    const { mapping } = sheet;
    sheet.setMapping({ ...mapping, lookAlikes: { ...mapping.lookAlikes, [lookAlike]: meaning } });
  };
  return (
    <div className="look-alike" role="group" aria-label={INSPECTOR.meaning}>
      <span className="quiet">{INSPECTOR.meaning}</span>
      <div className="look-alike-choices">
        {MEANINGS.map((meaning) => (
          <button
            key={meaning}
            type="button"
            className="button button-plain button-small"
            onClick={() => choose(meaning)}
          >
            {INSPECTOR.meanings[meaning]}
          </button>
        ))}
      </div>
    </div>
  );
}
