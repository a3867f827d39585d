import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';
import { applyOperation, type EditedSheet, isAdded } from '../../core/edited-sheet.ts';
import { addedRows, type RecordedOperation, rowsTouched, sizeOf } from '../../core/operation.ts';
import type { History } from './history.ts';
import type { Recorder } from './recorder.ts';
import { type AskedOperation, MOST_AT_ONCE, realParts } from './step-parts.ts';
import { TaskLine } from './task-line.ts';
import type { Touched } from './touched.ts';

/** After a step over more rows it is quicker to look at all of them anew. */
const MANY_ROWS = 20_000;

interface SheetEditorOptions {
  readonly edited: EditedSheet;
  readonly history: History;
  readonly recorder: Recorder;
  readonly isLocked: (row: RowId, kind: RecordedOperation['kind']) => boolean;
  /** Some rows changed; the step they belong to may go on. */
  readonly onPart: (rows: Iterable<RowId>) => void;
  /** A step ended that changed these rows; of very many nobody wants to know each. */
  readonly onStep: (rows: ReadonlySet<RowId> | 'many') => Generator<void, void>;
}

/**
 * What was done to a sheet: does steps and takes them back, and has each operation recorded. A step over a million
 * cells is done in slices, in which the window stays alive; what is asked for meanwhile comes after it.
 */
export class SheetEditor {
  readonly #options: SheetEditorOptions;
  readonly #line = new TaskLine();
  #edited: EditedSheet;

  constructor(options: SheetEditorOptions) {
    this.#options = options;
    this.#edited = options.edited;
  }

  get edited(): EditedSheet {
    return this.#edited;
  }

  /** Whether everything asked for so far was done and is on the disk. */
  async saved(): Promise<boolean> {
    await this.#line.idle();
    return await this.#options.recorder.flush();
  }

  doStep(asked: Iterable<AskedOperation>): void {
    this.#line.add(() => this.#do(this.#marked(asked)));
  }

  /** Added rows are removed, rows of the file excluded: what the file holds is never lost. */
  removeRows(rows: readonly RowId[]): void {
    const added = rows.filter((row) => isAdded(this.#edited, row));
    const ofFile = rows.filter((row) => !isAdded(this.#edited, row));
    this.doStep([
      { kind: 'remove_rows', rows: added },
      { kind: 'exclude_rows', rows: ofFile },
    ]);
  }

  revert(cells: readonly { readonly row: RowId; readonly column: ColumnIndex }[]): void {
    const { sheet } = this.#edited;
    const changes = cells.map(({ row, column }) => ({
      row,
      column,
      after: sheet.cells[column]?.[row] ?? '',
    }));
    this.doStep([{ kind: 'set_cells', changes }]);
  }

  /** @returns what it touches; `null` where there is nothing to undo, or it has to wait for a large step */
  undo(): Touched | null {
    const { history } = this.#options;
    const touched = this.#line.isIdle ? history.undoTouches : null;
    this.#line.add(() => this.#do(this.isHeld('undo') ? [] : history.undoing()));
    return touched;
  }

  redo(): Touched | null {
    const { history } = this.#options;
    const touched = this.#line.isIdle ? history.redoTouches : null;
    this.#line.add(() => this.#do(this.isHeld('redo') ? [] : history.redoing()));
    return touched;
  }

  /** Whether the step that would be undone, or done again, is about a locked row: half a step is none. */
  isHeld(which: 'undo' | 'redo'): boolean {
    const { history, isLocked } = this.#options;
    return history.wouldTouch(which, (row) => isLocked(row, 'exclude_rows'));
  }

  *#marked(asked: Iterable<AskedOperation>): Generator<RecordedOperation | undefined> {
    let isFirst = true;
    const { isLocked } = this.#options;
    for (const part of realParts(asked, { edited: () => this.#edited, isLocked })) {
      yield part && (isFirst ? part : { ...part, step: 'more' });
      isFirst &&= part === undefined;
    }
  }

  *#do(parts: Iterable<RecordedOperation | undefined>): Generator<void, void> {
    const { history, recorder, onPart, onStep } = this.#options;
    const changed = new Set<RowId>();
    let done = 0;
    for (const part of parts) {
      // A step that is no larger is done when whoever asked for it goes on.
      if (done >= MOST_AT_ONCE) {
        done = 0;
        yield;
      }
      done += part ? sizeOf(part) : MOST_AT_ONCE;
      if (part) {
        const { rowCount } = this.#edited;
        this.#edited = applyOperation(this.#edited, part);
        history.note(part, rowCount);
        recorder.record(this.#edited.revision, part);
        const rows = part.kind === 'add_rows' ? addedRows(part, rowCount) : rowsTouched([part]);
        onPart(rows);
        if (changed.size <= MANY_ROWS) for (const row of rows) changed.add(row);
      }
    }
    if (changed.size > 0) yield* onStep(changed.size > MANY_ROWS ? 'many' : changed);
  }
}
