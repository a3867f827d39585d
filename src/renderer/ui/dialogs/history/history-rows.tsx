import { type ReactElement, useId } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { ROWS_PER_PAGE } from '../../../model/run-history.ts';
import { runHistory, useHistory } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { IconButton } from '../../icon-button.tsx';
import { HISTORY } from '../../words/history.ts';
import { HistoryRowTable } from './history-row-table.tsx';
import { StateFilter } from './state-filter.tsx';

type Readable = Exclude<HistoryEntry, { readonly kind: 'damaged' }>;

/** Its rows as they were: found by state and text, a page at a time. */
export function HistoryRows({ entry }: { readonly entry: Readable }): ReactElement {
  const shown = useHistory((state) => state.shown);
  const search = useHistory((state) => state.wanted.search);
  const problem = useHistory((state) => state.problem);
  const titleId = useId();
  if (entry.kind === 'dry_run' && !entry.hasRows) return <p className="quiet">{HISTORY.rowsNotKept}</p>;
  return (
    <section className="history-rows" aria-labelledby={titleId}>
      <div className="history-rows-head">
        <h4 id={titleId}>{HISTORY.rows}</h4>
        <Pager />
      </div>
      <div className="history-filter">
        <StateFilter counts={entry.counts} />
        <label className="history-search">
          <Icon name="search" />
          <span className="said">{HISTORY.searchRows}</span>
          <input
            className="input"
            type="search"
            value={search}
            placeholder={HISTORY.searchRows}
            onChange={({ target }) => void runHistory.showRows({ search: target.value })}
          />
        </label>
      </div>
      {shown === null && problem === null && (
        <p className="quiet" role="status">
          {HISTORY.readingRows}
        </p>
      )}
      {shown !== null && shown.rows.length === 0 && <p className="quiet">{HISTORY.noRows}</p>}
      {shown !== null && shown.rows.length > 0 && <HistoryRowTable rows={shown.rows} />}
      {entry.sessionId === null && <p className="quiet">{HISTORY.noSheet}</p>}
    </section>
  );
}

function Pager(): ReactElement | null {
  const shown = useHistory((state) => state.shown);
  const from = useHistory((state) => state.wanted.from);
  if (shown === null || shown.total === 0) return null;
  const to = Math.min(shown.total, from + ROWS_PER_PAGE);
  return (
    <div className="history-pager">
      <span role="status">{HISTORY.page(from + 1, to, shown.total)}</span>
      <button
        type="button"
        className="button button-icon history-back"
        aria-label={HISTORY.previous}
        title={HISTORY.previous}
        disabled={from === 0}
        onClick={() => void runHistory.showRows({ from: Math.max(0, from - ROWS_PER_PAGE) })}
      >
        <Icon name="arrow" />
      </button>
      <IconButton
        icon="arrow"
        label={HISTORY.next}
        isDisabled={to === shown.total}
        onClick={() => void runHistory.showRows({ from: from + ROWS_PER_PAGE })}
      />
    </div>
  );
}
