import type { ColumnState } from 'ag-grid-community';
import type { ArrangedColumn, ColumnArrangement } from '../../../core/column-arrangement.ts';
import type { Column } from '../../../core/sheet.ts';
import { columnIdOf, columnOf, LINE_COLUMN, STATE_COLUMN } from './grid-row.ts';

type Columns = readonly Column[];
type States = readonly ColumnState[];

/** What of the columns' states is not as usual. */
export function arrangementOf(now: States, usual: States, columns: Columns): ColumnArrangement {
  const usualById = new Map(usual.map((state) => [state.colId, state]));
  const order = namesIn(now, columns);
  const isMoved = String(order) !== String(namesIn(usual, columns));
  const widthOf = (id: string): number | undefined => {
    const width = rounded(now.find(({ colId }) => colId === id)?.width);
    return width === rounded(usualById.get(id)?.width) ? undefined : width;
  };
  const lineWidth = widthOf(LINE_COLUMN);
  const stateWidth = widthOf(STATE_COLUMN);
  return {
    ...(isMoved && { order }),
    columns: now.flatMap((state): readonly ArrangedColumn[] => {
      const name = nameOf(state, columns);
      const before = usualById.get(state.colId);
      if (name === undefined || before === undefined) return [];
      const width = rounded(state.width) === rounded(before.width) ? undefined : rounded(state.width);
      const isHidden = state.hide === true;
      const isFrozen = isPinned(state);
      const arranged = {
        ...(width !== undefined && { width }),
        ...(isHidden !== (before.hide === true) && { isHidden }),
        ...(isFrozen !== isPinned(before) && { isFrozen }),
      };
      return Object.keys(arranged).length === 0 ? [] : [{ name, ...arranged }];
    }),
    ...(lineWidth !== undefined && { lineWidth }),
    ...(stateWidth !== undefined && { stateWidth }),
  };
}

/** The states that an arrangement means. Columns that it does not know are as usual, and behind those that it does. */
export function arrangedStates(
  arrangement: ColumnArrangement,
  usual: States,
  columns: Columns,
): ColumnState[] {
  const { order = [], lineWidth, stateWidth } = arrangement;
  const byName = new Map(arrangement.columns.map((column) => [column.name, column]));
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = (state: ColumnState): number => {
    const name = nameOf(state, columns);
    return name === undefined ? -1 : (places.get(name) ?? order.length);
  };
  const states = usual.map((state): ColumnState => {
    if (state.colId === LINE_COLUMN) return withWidth(state, lineWidth);
    if (state.colId === STATE_COLUMN) return withWidth(state, stateWidth);
    const arranged = byName.get(nameOf(state, columns) ?? '');
    if (!arranged) return state;
    const { width, isHidden, isFrozen } = arranged;
    return {
      ...withWidth(state, width),
      ...(isHidden !== undefined && { hide: isHidden }),
      ...(isFrozen !== undefined && { pinned: isFrozen ? 'left' : null }),
    };
  });
  const isSeen = states.some((state) => nameOf(state, columns) !== undefined && state.hide !== true);
  return (
    states
      // A grid without columns could not be got back by its headers.
      .map((state) => (isSeen ? state : { ...state, hide: false }))
      .sort((a, b) => placeOf(a) - placeOf(b))
  );
}

const namesIn = (states: States, columns: Columns): readonly string[] =>
  states.flatMap((state) => nameOf(state, columns) ?? []);

function nameOf({ colId }: ColumnState, columns: Columns): string | undefined {
  const index = columnOf(colId);
  return index === null ? undefined : columns.find((column) => columnIdOf(column.index) === colId)?.name;
}

const isPinned = ({ pinned }: ColumnState): boolean => pinned === 'left' || pinned === true;

const rounded = (width: number | null | undefined): number | undefined =>
  typeof width === 'number' ? Math.round(width) : undefined;

const withWidth = (state: ColumnState, width: number | undefined): ColumnState =>
  width === undefined ? state : { ...state, width };
