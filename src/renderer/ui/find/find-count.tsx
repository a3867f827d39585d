import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { useSheet } from '../use-sheet.ts';
import { FIND } from '../words/find.ts';
import { currentCell } from './find-actions.ts';
import { useFind } from './find-state.ts';

/** How many cells hold the text, and which of them the current one is. */
export function FindCount(): ReactElement {
  useSheet();
  useWorkspace((state) => state.selectedRow);
  useWorkspace((state) => state.selectedColumn);
  useFind();
  return (
    <output className="find-count" data-find="count">
      {countText()}
    </output>
  );
}

function countText(): string {
  const { finder, query } = useFind.getState();
  if (finder === null || query.text === '') return '';
  const { shown, hidden, isSearching } = finder.counts;
  if (isSearching) return FIND.searching(shown);
  if (shown === 0) return hidden === 0 ? FIND.nothing : FIND.nothingShown(hidden);
  const cell = currentCell();
  const place = cell && finder.numberOf(cell);
  const found = place === undefined ? FIND.found(shown) : FIND.numberOf(place, shown);
  return hidden === 0 ? found : found + FIND.hidden(hidden);
}
