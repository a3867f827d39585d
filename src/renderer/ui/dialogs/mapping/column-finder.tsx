import type { ReactElement } from 'react';
import { Icon } from '../../icon.tsx';
import { MAPPING } from '../../words/mapping.ts';

interface ColumnFinderProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly isOnlyWritten: boolean;
  readonly written: number;
  readonly onOnlyWritten: (isOnlyWritten: boolean) => void;
  /** Columns listed, where not all are. */
  readonly found: number | undefined;
  readonly of: number;
}

/** Finds columns by name or field, and shows only what will be written. */
export function ColumnFinder(props: ColumnFinderProps): ReactElement {
  const { words, onWords, isOnlyWritten, written, onOnlyWritten, found, of } = props;
  return (
    <div className="column-finder">
      <div className="search" role="search">
        <Icon name="search" />
        <input
          type="search"
          value={words}
          placeholder={MAPPING.findColumn}
          aria-label={MAPPING.findColumn}
          spellCheck={false}
          onChange={({ target }) => onWords(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || words === '') return;
            // Only the words go; the dialog stays.
            event.preventDefault();
            onWords('');
          }}
        />
      </div>
      <label className="check-line">
        <input
          type="checkbox"
          checked={isOnlyWritten}
          data-only-written
          onChange={({ target }) => onOnlyWritten(target.checked)}
        />
        <span>{MAPPING.onlyWritten(written)}</span>
      </label>
      <span className="quiet column-finder-count" role="status">
        {found === undefined ? MAPPING.columnCount(of) : MAPPING.foundColumns(found, of)}
      </span>
    </div>
  );
}
