import { type ReactElement, useEffect, useState } from 'react';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import { number } from '../../../core/words/text.ts';
import type { ColumnFilter } from '../../model/column-filter.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { GRID } from '../words/grid.ts';
import { filterBy } from './filters.ts';
import { MOST_VALUES, useColumnValues } from './use-column-values.ts';

/** Long enough that typing a word filters once. */
const WAIT_MS = 200;
const KINDS = ['blank', 'not_blank', 'edited'] as const;

interface ColumnFilterFormProps {
  readonly sheet: SheetModel;
  readonly column: ColumnIndex;
}

/** Which rows a column lets through; seen in the grid at once. */
export function ColumnFilterForm({ sheet, column }: ColumnFilterFormProps): ReactElement {
  const filter = sheet.filters.get(column);
  const set = (next: ColumnFilter | undefined): void => filterBy(sheet, column, next);
  const [text, setText] = useState(filter?.kind === 'contains' ? filter.text : '');
  useEffect(() => {
    const current = filter?.kind === 'contains' ? filter.text : '';
    if (text === current) return undefined;
    const timer = setTimeout(
      () => filterBy(sheet, column, text === '' ? undefined : { kind: 'contains', text }),
      WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [sheet, column, filter, text]);
  const choose = (next: ColumnFilter | undefined): void => {
    setText('');
    set(next);
  };
  return (
    <fieldset className="menu-group column-filter">
      <legend>{GRID.filter.title}</legend>
      <input
        type="search"
        className="input input-small"
        value={text}
        placeholder={GRID.filter.contains}
        aria-label={GRID.filter.contains}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="column-filter-kinds">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button button-plain button-small"
            aria-pressed={filter?.kind === kind}
            onClick={() => choose(filter?.kind === kind ? undefined : { kind })}
          >
            {GRID.filter[kind]}
          </button>
        ))}
      </div>
      <ValueList
        sheet={sheet}
        column={column}
        chosen={filter?.kind === 'values' ? filter.values : NO_VALUES}
        onChoose={(values) => choose(values.size === 0 ? undefined : { kind: 'values', values })}
      />
      <button
        type="button"
        className="button button-ghost button-small"
        disabled={filter === undefined}
        onClick={() => choose(undefined)}
      >
        {GRID.filter.clear}
      </button>
    </fieldset>
  );
}

const NO_VALUES: ReadonlySet<string> = new Set();

interface ValueListProps extends ColumnFilterFormProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (values: ReadonlySet<string>) => void;
}

/** The column's values to choose from; none chosen lets all through. */
function ValueList({ sheet, column, chosen, onChoose }: ValueListProps): ReactElement {
  const values = useColumnValues(sheet, column);
  return (
    <>
      <ul className="column-values" aria-label={GRID.filter.values}>
        {values.map(({ text, rows }) => (
          <li key={text}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(text)}
                onChange={({ target }) =>
                  onChoose(
                    target.checked
                      ? new Set([...chosen, text])
                      : new Set([...chosen].filter((one) => one !== text)),
                  )
                }
              />
              <span className={text.trim() === '' ? 'quiet' : ''}>
                {text.trim() === '' ? GRID.filter.blankValue : text}
              </span>
              <span className="quiet">{number(rows)}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length === MOST_VALUES && <p className="quiet">{GRID.filter.mostFrequent(MOST_VALUES)}</p>}
    </>
  );
}
