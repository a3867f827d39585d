import type { GridApi } from 'ag-grid-community';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { SheetModel, ShownRows } from '../../model/sheet-model.ts';
import { ArrangementKeeper } from './arrangement-keeper.ts';
import { CellWork } from './cell-work.ts';
import { listenForMenu } from './cells-menu.ts';
import { listenForClipboard } from './clipboard.ts';
import { ColumnWork } from './column-work.ts';
import { listenForEditorKeys } from './editor-keys.ts';
import { isOneCell, rangeOfCells } from './grid-range.ts';
import type { GridRow } from './grid-row.ts';
import type { GridNote } from './grid-state.ts';
import { GridLayout } from './layout.ts';
import { listenForLockedTyping } from './locked-typing.ts';
import { drawRanges } from './range-drawing.ts';
import { listenForKeys } from './range-keys.ts';
import { listenForMouse } from './range-mouse.ts';
import { Selection } from './selection.ts';
import { Steps } from './steps.ts';

interface RangesOptions {
  readonly container: HTMLElement;
  readonly api: GridApi<GridRow>;
  readonly model: SheetModel;
  readonly signal: AbortSignal;
  readonly onSelection: (selection: Selection) => void;
  /** A copy is ready that took longer than the event it was asked for in: that event has to come again. */
  readonly onCopied: (action: 'cut' | 'copy') => void;
  readonly say: (note: GridNote) => void;
}

/** Ranges of cells over a grid that knows only one cell: selecting them, and what can be done to them. */
export class Ranges {
  readonly work: CellWork;
  readonly columns: ColumnWork;
  readonly #options: RangesOptions;
  readonly #layout: GridLayout;
  readonly #selection: Selection;
  /** What the selection was made in. */
  #rowsSeen: ShownRows;
  #columnsSeen: readonly ColumnIndex[];

  constructor(options: RangesOptions) {
    const { container, api, model, signal, onSelection, say } = options;
    this.#options = options;
    const layout = new GridLayout(api, model);
    const selection = new Selection(layout, () => model.shown);
    const work = new CellWork({ model, layout, selection, say });
    const steps = new Steps(layout, selection);
    this.#layout = layout;
    this.#selection = selection;
    this.work = work;
    this.columns = new ColumnWork(api, layout, selection, new ArrangementKeeper(api, model, signal));
    this.#rowsSeen = model.shown;
    this.#columnsSeen = layout.columns;

    selection.subscribe(() => onSelection(selection));
    drawRanges(container, layout, selection, signal);
    listenForMouse(container, layout, selection, signal);
    listenForKeys({ container, api, model, layout, selection, steps, empty: () => work.empty(), signal });
    const fillWith = (text: string): void => work.fillWith(text);
    listenForEditorKeys({ container, api, model, selection, steps, fillWith, signal });
    const repeat = options.onCopied;
    listenForClipboard({ container, model, selection, work, repeat, say, signal });
    listenForMenu(container, selection, signal);
    listenForLockedTyping(container, model, say, signal);
    const followCursor = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches('.ag-cell')) selection.followCursor();
    };
    container.addEventListener('focusin', followCursor, { signal });
  }

  /** The one furthest left. */
  get firstColumn(): ColumnIndex | undefined {
    return this.#layout.columns[0];
  }

  /** Gives the keyboard to the active cell, or the first. @returns whether there is one */
  focus(): boolean {
    const { rows, columns } = this.#layout.extent;
    if (rows === 0 || columns === 0) return false;
    const active = this.#selection.current()?.active ?? { row: 0, column: 0 };
    // A cursor that is there already would be left as it is, without the keyboard.
    this.#options.api.clearFocusedCell();
    this.#layout.focus(active);
    return true;
  }

  /** Selects cells as far as they are shown and puts the cursor on the first; whole rows where no columns are named. */
  select(rows: readonly RowId[], columns: readonly ColumnIndex[]): void {
    const { container, api, model } = this.#options;
    const range = rangeOfCells(
      places(rows, (row) => model.shown.indexOf(row)),
      columns.length === 0
        ? this.#layout.columns.map((_, place) => place)
        : places(columns, (column) => this.#layout.columns.indexOf(column)),
    );
    if (range === undefined) return;
    const focused = document.activeElement;
    if (focused === document.body || container.contains(focused)) {
      this.#selection.moveWithin(range, range.active);
      return;
    }
    // Whoever presses a button of the toolbar may want to press it again.
    api.clearFocusedCell();
    this.#selection.set(range);
    this.#layout.show(range.active);
  }

  /** Rows or columns are in another order: the selected cells are found again. */
  follow(): void {
    const { api, container, model, signal } = this.#options;
    // The grid tells late, even after it was taken down.
    if (signal.aborted) return;
    const [rows, columns] = [this.#rowsSeen, this.#columnsSeen];
    this.#rowsSeen = model.shown;
    this.#columnsSeen = this.#layout.columns;
    const { range } = this.#selection;
    if (range === null || (rows === this.#rowsSeen && String(columns) === String(this.#columnsSeen))) return;
    const active = isOneCell(range) ? undefined : this.#selection.follow(rows, columns);
    if (!active) this.#selection.followCursor();
    else if (container.contains(document.activeElement)) this.#layout.focus(active);
    // Where the cursor is is looked at first; without the keyboard's focus it can't go along.
    else api.clearFocusedCell();
  }
}

const places = (ids: readonly number[], placeOf: (id: number) => number): readonly number[] =>
  ids
    .map(placeOf)
    .filter((place) => place >= 0)
    .sort((a, b) => a - b);
