import type { RowId } from '../../core/diagnostic.ts';
import { withNextFrame } from './breathe.ts';
import type { ModelChange } from './sheet-model.ts';

/** Tells listeners what to draw again, at most once a frame: changes in between are put together. */
export class ChangeTeller {
  readonly #listeners = new Set<(change: ModelChange) => void>();
  #waiting: { order: boolean; rows: Set<RowId> | 'all' } | undefined;

  subscribe(listener: (change: ModelChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell({ order, rows }: ModelChange): void {
    // Whoever begins to listen later looks at everything first.
    if (this.#listeners.size === 0) return;
    if (this.#waiting === undefined) {
      this.#waiting = { order: false, rows: new Set() };
      withNextFrame(() => this.#tellNow());
    }
    const waiting = this.#waiting;
    waiting.order ||= order;
    if (rows === 'all' || waiting.rows === 'all') waiting.rows = 'all';
    else for (const row of rows) waiting.rows.add(row);
  }

  #tellNow(): void {
    const change = this.#waiting;
    this.#waiting = undefined;
    if (change) for (const listener of this.#listeners) listener(change);
  }
}
