import { inverseOf, type Operation } from '../../core/edited-sheet.ts';

/** What can be taken back and done again. Undoing appends an operation like any other: nothing is ever unsaid. */
export class History {
  readonly #done: Operation[] = [];
  readonly #undone: Operation[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  did(operation: Operation): void {
    this.#done.push(operation);
    this.#undone.length = 0;
  }

  /** The operation that takes the last one back. */
  undo(): Operation | undefined {
    const last = this.#done.pop();
    if (last === undefined) return undefined;
    this.#undone.push(last);
    return inverseOf(last);
  }

  /** The operation that was taken back last. */
  redo(): Operation | undefined {
    const next = this.#undone.pop();
    if (next === undefined) return undefined;
    this.#done.push(next);
    return next;
  }
}
