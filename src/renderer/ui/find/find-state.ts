import { create } from 'zustand';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { FindQuery } from '../../model/find/find-query.ts';
import type { CellPlace, Finder } from '../../model/find/finder.ts';
import { leftToGo } from '../trail.ts';

/** The find bar: what is looked for, and what was found. What was typed stays while the bar is closed. */
interface FindState {
  readonly shows: 'nothing' | 'find' | 'replace';
  readonly query: FindQuery;
  readonly replacement: string;
  /** While the bar is open. */
  readonly finder: Finder | null;
  /** Goes up whenever something else was found. */
  readonly version: number;
  /** Where the last steps led, until the grid says that it is there: it may be some steps behind quick fingers. */
  readonly goingTo: readonly CellPlace[];
  /** Goes up whenever somebody asks for the bar: the keyboard is to be in it. */
  readonly asked: number;
}

export const useFind = create<FindState>(() => ({
  shows: 'nothing',
  query: { text: '', matchCase: false, wholeCell: false, scope: { kind: 'all' } },
  replacement: '',
  finder: null,
  version: 0,
  goingTo: [],
  asked: 0,
}));

export const setQuery = (changed: Partial<FindQuery>): void =>
  useFind.setState(({ query }) => ({ query: { ...query, ...changed } }));

/** The grid is at a cell: on the way to where the steps led, or where somebody went who no longer follows them. */
export const arrivedAt = (row: RowId | null, column: ColumnIndex | null): void =>
  useFind.setState(({ goingTo }) => ({ goingTo: leftToGo(goingTo, { row, column }) }));
