import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { useSheet } from '../use-sheet.ts';
import { FIND } from '../words/find.ts';
import { replaceOne } from './find-actions.ts';
import { useFind } from './find-state.ts';
import { previewReplaceAll } from './replace-all.ts';

/** What comes in the place of the text; nothing at all removes it. */
export function ReplaceLine({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  useSheet();
  const { finder, query, replacement } = useFind();
  const counts = finder?.counts;
  const isFound = query.text !== '' && counts !== undefined && counts.shown + counts.hidden > 0;
  return (
    <div className="find-line">
      <div className="find-field">
        <input
          className="input"
          value={replacement}
          placeholder={FIND.replaceWith}
          aria-label={FIND.replaceWith}
          spellCheck={false}
          data-find="replacement"
          onChange={(event) => useFind.setState({ replacement: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            replaceOne(sheet);
          }}
        />
      </div>
      <button
        type="button"
        className="button button-plain"
        disabled={!isFound || counts.shown === 0}
        data-find="replace"
        onClick={() => replaceOne(sheet)}
      >
        {FIND.replace}
      </button>
      <button
        type="button"
        className="button button-plain"
        disabled={!isFound}
        data-find="replace-all"
        onClick={() => previewReplaceAll()}
      >
        {FIND.replaceAll}
      </button>
    </div>
  );
}
