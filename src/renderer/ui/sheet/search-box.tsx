import { type ReactElement, useEffect, useState } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { SEARCH_ID } from '../dom-ids.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { SHEET } from '../words/sheet.ts';

/** Long enough that typing a word searches once. */
const WAIT_MS = 150;

/** Shows only rows that hold a text, once typing has paused. */
export function SearchBox({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const { search } = sheet;
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => sheet.show({ search: text }), WAIT_MS);
    return () => clearTimeout(timer);
  }, [sheet, search, text]);
  return (
    <div className="search" role="search">
      <Icon name="filter" />
      <input
        id={SEARCH_ID}
        type="search"
        value={text}
        placeholder={SHEET.search}
        aria-label={SHEET.search}
        title={SHEET.searchHint}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      {text !== '' && <IconButton icon="close" label={SHEET.searchClear} onClick={() => setText('')} />}
    </div>
  );
}
