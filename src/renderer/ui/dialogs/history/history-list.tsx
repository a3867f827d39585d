import type { KeyboardEvent, ReactElement } from 'react';
import { runHistory, useHistory } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { HISTORY } from '../../words/history.ts';
import { HistoryItem } from './history-item.tsx';

/** What there is, the newest first, and a search over all of it. */
export function HistoryList(): ReactElement {
  const search = useHistory((state) => state.search);
  const entries = useHistory((state) => state.entries);
  const total = useHistory((state) => state.total);
  const chosen = useHistory((state) => state.chosen);
  return (
    <section className="history-list" aria-label={HISTORY.list}>
      <label className="history-search">
        <Icon name="search" />
        <span className="said">{HISTORY.search}</span>
        <input
          className="input"
          type="search"
          data-initial-focus
          value={search}
          placeholder={HISTORY.searchHint}
          onChange={({ target }) => void runHistory.search(target.value)}
        />
      </label>
      {entries === null && (
        <p className="history-none quiet" role="status">
          {HISTORY.reading}
        </p>
      )}
      {entries?.length === 0 && <NothingListed search={search} />}
      {entries !== null && entries.length > 0 && (
        <ul className="history-items" onKeyDown={moveInList}>
          {entries.map((entry) => (
            <HistoryItem
              key={`${entry.kind} ${entry.id}`}
              entry={entry}
              isChosen={chosen?.kind === entry.kind && chosen.id === entry.id}
            />
          ))}
        </ul>
      )}
      {entries !== null && total > entries.length && (
        <p className="history-more quiet">{HISTORY.more(entries.length, total)}</p>
      )}
    </section>
  );
}

function NothingListed({ search }: { readonly search: string }): ReactElement {
  const isSearch = search.trim() !== '';
  return (
    <div className={`history-none${isSearch ? '' : ' history-empty'}`} role="status">
      <Icon name={isSearch ? 'search' : 'history'} large />
      <strong>{isSearch ? HISTORY.notFound : HISTORY.empty}</strong>
      <p className="quiet">{isSearch ? HISTORY.notFoundHint(search.trim()) : HISTORY.emptyHint}</p>
    </div>
  );
}

const STEPS: { readonly [key: string]: (at: number, last: number) => number } = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrow keys go from one to the next; Enter looks at it. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[step(at, items.length - 1)]?.focus();
}
