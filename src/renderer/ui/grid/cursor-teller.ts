import type { CellFocusedEvent, GridApi } from 'ag-grid-community';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { afterFrame } from '../../model/breathe.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { columnOf, type GridRow } from './grid-row.ts';

interface CursorTellerOptions {
  readonly api: GridApi<GridRow>;
  readonly container: HTMLElement;
  readonly model: SheetModel;
  readonly selectedRow: () => RowId | null;
  readonly onSelect: (row: RowId, column: ColumnIndex | null) => void;
  readonly signal: AbortSignal;
}

/**
 * Tells what is around the grid where its cursor is. The cursor and an edited cell are painted first, the rest
 * follows, once for many steps: so for a frame or two what was told is what was.
 */
export class CursorTeller {
  readonly #options: CursorTellerOptions;
  /** Where the cursor went and was not told yet. */
  #waiting: { readonly row: RowId; readonly column: ColumnIndex | null } | undefined;
  /** The cursor's place on the screen when it was last told, or noted to be. */
  #toldAt = '';

  constructor(options: CursorTellerOptions) {
    this.#options = options;
  }

  /** The grid's cursor went somewhere. */
  moved({ rowIndex, column }: CellFocusedEvent<GridRow>): void {
    const row = rowIndex === null ? undefined : this.#options.model.shown.rowAt(rowIndex);
    if (row === undefined || column === null || typeof column === 'string') return;
    const isWaiting = this.#waiting !== undefined;
    this.#waiting = { row, column: columnOf(column.getColId()) };
    this.#toldAt = this.#place;
    if (!isWaiting) void this.#tellSoon();
  }

  /**
   * Tells it at once: whoever presses a key right after a click means the row that was clicked. With the keyboard
   * elsewhere a cursor that did not move tells nothing: the details may be about a row that left it.
   */
  settle(): void {
    const { api, selectedRow } = this.#options;
    const focused = api.getFocusedCell();
    const row = this.rowOfCursor;
    if (!focused || row === undefined) return;
    const isKnown = this.#waiting === undefined && this.#place === this.#toldAt;
    if (!isKnown || (this.hasKeyboard && row !== selectedRow())) this.tell(row);
  }

  get rowOfCursor(): RowId | undefined {
    const { api, model } = this.#options;
    const focused = api.getFocusedCell();
    return focused ? model.shown.rowAt(focused.rowIndex) : undefined;
  }

  /** Whether what is typed goes to the cell of the cursor. */
  get hasKeyboard(): boolean {
    const cell = document.activeElement?.closest('.ag-cell');
    return cell !== null && cell !== undefined && this.#options.container.contains(cell);
  }

  /** The cursor is on this row. */
  tell(row: RowId): void {
    const { api, onSelect } = this.#options;
    this.#waiting = undefined;
    this.#toldAt = this.#place;
    onSelect(row, columnOf(api.getFocusedCell()?.column.getColId() ?? ''));
  }

  get #place(): string {
    const focused = this.#options.api.getFocusedCell();
    return focused ? `${focused.rowIndex} ${focused.column.getColId()}` : '';
  }

  async #tellSoon(): Promise<void> {
    await afterFrame();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting && !this.#options.signal.aborted) this.#options.onSelect(waiting.row, waiting.column);
  }
}
