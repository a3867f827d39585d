import type { ColumnState, GridApi } from 'ag-grid-community';
import { type ColumnArrangement, USUAL_ARRANGEMENT } from '../../../core/column-arrangement.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { arrangedStates, arrangementOf } from './arrangement.ts';
import type { GridRow } from './grid-row.ts';

/** A width that is being dragged changes all the time. */
const WAIT_MS = 300;

/** Puts the columns as they were left, and tells how they are left now. */
export class ArrangementKeeper {
  readonly #api: GridApi<GridRow>;
  readonly #model: SheetModel;
  readonly #usual: readonly ColumnState[];
  #told: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: GridApi<GridRow>, model: SheetModel, signal: AbortSignal) {
    this.#api = api;
    this.#model = model;
    this.#usual = api.getColumnState();
    this.#apply(model.arrangement);
    this.#told = JSON.stringify(this.#now);
    const changed = (): void => this.#changed();
    for (const event of ['columnResized', 'columnMoved', 'columnVisible', 'columnPinned'] as const)
      api.addEventListener(event, changed);
    signal.addEventListener('abort', () => this.#tell());
    // Closing the window waits for nothing.
    addEventListener('pagehide', () => this.#tell(), { signal });
  }

  /** Every column as it was before anybody arranged any. */
  reset(): void {
    this.#apply(USUAL_ARRANGEMENT);
  }

  get #now(): ColumnArrangement {
    return arrangementOf(this.#api.getColumnState(), this.#usual, this.#model.columns);
  }

  #apply(arrangement: ColumnArrangement): void {
    const state = arrangedStates(arrangement, this.#usual, this.#model.columns);
    this.#api.applyColumnState({ state, applyOrder: true });
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), WAIT_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    const now = this.#now;
    const text = JSON.stringify(now);
    if (text === this.#told) return;
    this.#told = text;
    this.#model.arrange(now);
  }
}
