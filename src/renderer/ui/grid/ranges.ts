import type { GridApi } from 'ag-grid-community';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { SheetModel, ShownRows } from '../../model/workspace-model.ts';
import { CellWork } from './cell-work.ts';
import { listenForMenu } from './cells-menu.ts';
import { listenForClipboard } from './clipboard.ts';
import { listenForEditorKeys } from './editor-keys.ts';
import { isOneCell } from './grid-range.ts';
import type { GridRow } from './grid-row.ts';
import { GridLayout } from './layout.ts';
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
  readonly say: (text: string) => void;
}

/** Ranges of cells over a grid that knows only one cell: selecting them, and what can be done to them. */
export class Ranges {
  readonly work: CellWork;
  readonly #options: RangesOptions;
  readonly #layout: GridLayout;
  readonly #selection: Selection;
  /** What the selection was made in. */
  #rows: ShownRows;
  #columns: readonly ColumnIndex[];

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
    this.#rows = model.shown;
    this.#columns = layout.columns;

    selection.subscribe(() => onSelection(selection));
    drawRanges(container, layout, selection, signal);
    listenForMouse(container, layout, selection, signal);
    listenForKeys({ container, api, model, layout, selection, steps, empty: () => work.empty(), signal });
    const fillWith = (text: string): void => work.fillWith(text);
    listenForEditorKeys({ container, api, model, selection, steps, fillWith, signal });
    listenForClipboard(container, work, signal);
    listenForMenu(container, selection, signal);
    const followCursor = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches('.ag-cell')) selection.followCursor();
    };
    container.addEventListener('focusin', followCursor, { signal });
  }

  /** Rows or columns are in another order: the selected cells are found again. */
  follow(): void {
    const { api, container, model, signal } = this.#options;
    // The grid tells late, even after it was taken down.
    if (signal.aborted) return;
    const [rows, columns] = [this.#rows, this.#columns];
    this.#rows = model.shown;
    this.#columns = this.#layout.columns;
    const { range } = this.#selection;
    if (range === null || (rows === this.#rows && String(columns) === String(this.#columns))) return;
    const active = isOneCell(range) ? undefined : this.#selection.follow(rows, columns);
    if (!active) this.#selection.followCursor();
    else if (container.contains(document.activeElement)) this.#layout.focus(active);
    // Where the cursor is is looked at first; without the keyboard's focus it can't go along.
    else api.clearFocusedCell();
  }
}
