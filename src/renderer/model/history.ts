import type { RowId } from '../../core/diagnostic.ts';
import { inverseOf, type RecordedOperation, type Repeatable, repeatable } from '../../core/operation.ts';
import { type Touched, touchedBy } from './touched.ts';

/** One step's operations, the one that is undone, or done again, first at the end. */
type Step = Repeatable[];

/**
 * What can be taken back and done again. Undoing appends operations like any other: nothing is ever unsaid. So the
 * history is a function of what was recorded, and a session that is opened again has the same one. Of a step that a
 * crash tore, what was saved is the step; of a torn undo the rest can still be undone, and what was undone be redone.
 */
export class History {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  /** The step that grows; and, while one is undone or redone, the one it is taken from. */
  #to: Step = [];
  #from: { readonly list: Step[]; readonly step: Step } | undefined;

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Whether undoing, or doing again, would change something of a row that fits. */
  wouldTouch(which: 'undo' | 'redo', isMeant: (row: RowId) => boolean): boolean {
    const step = (which === 'undo' ? this.#done : this.#undone).at(-1) ?? [];
    return step.some((operation) =>
      operation.kind === 'set_cells'
        ? operation.changes.some(({ row }) => isMeant(row))
        : operation.rows.some(isMeant),
    );
  }

  /** What undoing touches; `null` where nothing can be undone. */
  get undoTouches(): Touched | null {
    return touchedBy(this.#done.at(-1));
  }

  get redoTouches(): Touched | null {
    return touchedBy(this.#undone.at(-1));
  }

  /** Takes note of what was recorded, in its order; the sheet had so many rows before it. */
  note({ step, ...operation }: RecordedOperation, rowCount: number): void {
    if (step !== 'more') this.#begin(step ?? 'done');
    if (this.#from === undefined) {
      this.#to.push(repeatable(operation, rowCount));
      return;
    }
    const { list, step: from } = this.#from;
    const moved = from.pop();
    if (moved) this.#to.push(moved);
    if (from.length === 0 && list.at(-1) === from) list.pop();
  }

  /** What takes the last step back, piece by piece; each is to be noted before the next is asked for. */
  undoing(): Generator<RecordedOperation> {
    return piecesOf(this.#done.at(-1), inverseOf, 'undone');
  }

  /** What does the step again that was taken back last, piece by piece likewise. */
  redoing(): Generator<RecordedOperation> {
    return piecesOf(this.#undone.at(-1), (operation) => operation, 'redone');
  }

  #begin(how: 'done' | 'undone' | 'redone'): void {
    const [list, other] = how === 'undone' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const step = how === 'done' ? undefined : list.at(-1);
    this.#from = step && { list, step };
    this.#to = [];
    if (step === undefined) {
      this.#undone.length = 0;
      this.#done.push(this.#to);
    } else other.push(this.#to);
  }
}

function* piecesOf(
  step: Step | undefined,
  doing: (operation: Repeatable) => Repeatable,
  how: 'undone' | 'redone',
): Generator<RecordedOperation> {
  let mark: 'undone' | 'redone' | 'more' = how;
  for (let next = step?.at(-1); next !== undefined; next = step?.at(-1)) {
    yield { ...doing(next), step: mark };
    mark = 'more';
  }
}
