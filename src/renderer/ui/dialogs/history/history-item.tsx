import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { ALL_STATES, ROW_STATES, type RowState } from '../../../../core/row-state.ts';
import { stateCountText } from '../../../../core/words/states.ts';
import { runHistory } from '../../../store.ts';
import { dayAndTime } from '../../formats.ts';
import { Icon } from '../../icon.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { HISTORY, kindText } from '../../words/history.ts';

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  readonly isChosen: boolean;
}

/** States that tell most about how it went; the rest is beside it. */
const MOST_COUNTS = 4;

/** One of those listed; choosing it shows its rows. */
export function HistoryItem({ entry, isChosen }: HistoryItemProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        className="history-item"
        aria-current={isChosen}
        data-history={entry.id}
        onClick={() => void runHistory.choose(entry)}
      >
        <Icon name={entry.kind === 'dry_run' ? 'dry_run' : isUndo(entry) ? 'undo' : 'apply'} />
        <span className="history-words">
          <span className="history-line">
            <strong>{entry.kind === 'damaged' ? entry.id : entry.fileName}</strong>
            {entry.kind !== 'damaged' && <ModeBadge mode={entry.connection.mode} />}
          </span>
          <span className="history-line quiet">
            <span>
              {kindText(entry)}
              {entry.kind !== 'damaged' &&
                ` · ${entry.at === null ? HISTORY.notBegun : dayAndTime(entry.at)}`}
            </span>
          </span>
          <Counts entry={entry} />
        </span>
      </button>
    </li>
  );
}

const isUndo = (entry: HistoryEntry): boolean => entry.kind !== 'damaged' && entry.isUndo;

function Counts({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  if (entry.kind === 'damaged') return <span className="tone-bad history-count">{HISTORY.damaged}</span>;
  const states = ALL_STATES.filter((state) => (entry.counts[state] ?? 0) > 0)
    // What became of rows that were to be written comes first, the good before the bad.
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_COUNTS);
  return (
    <span className="history-line history-counts">
      {entry.kind === 'run' && entry.isOn && <span className="history-count tone-change">{HISTORY.on}</span>}
      {entry.kind === 'run' && entry.left > 0 && (
        <span className="history-count tone-attention">{HISTORY.left(entry.left)}</span>
      )}
      {entry.kind === 'run' && entry.undoneAt !== null && (
        <span className="history-count tone-attention">{HISTORY.takenBack}</span>
      )}
      {states.map((state) => (
        <span key={state} className={`history-count tone-${ROW_STATES[state].tone}`}>
          {stateCountText(entry.counts[state] ?? 0, state)}
        </span>
      ))}
    </span>
  );
}

const RANKS = { good: 0, change: 1, bad: 2, attention: 3, quiet: 4 } as const;
const rank = (state: RowState): number =>
  RANKS[ROW_STATES[state].tone] + (ROW_STATES[state].stage === 'run' ? 0 : 10);
