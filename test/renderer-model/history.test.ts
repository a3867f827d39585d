import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, cellText, type EditedSheet, rowsOf, unedited } from '../../src/core/edited-sheet.ts';
import type { Operation, RecordedOperation } from '../../src/core/operation.ts';
import { History } from '../../src/renderer/model/history.ts';
import { restoreEdits } from '../../src/renderer/model/restore-edits.ts';
import { sheetFrom } from '../core/making.ts';
import { fakeHost, SESSION_ID } from './support.ts';

const sheet = sheetFrom(['a'], [['1'], ['2'], ['3']]);

/** A sheet that is worked on, and what was recorded of it. */
class Desk {
  readonly log: RecordedOperation[] = [];
  readonly history = new History();
  edited: EditedSheet = unedited(sheet);

  do(operations: readonly Operation[]): void {
    for (const [index, operation] of operations.entries())
      this.#record(index === 0 ? operation : { ...operation, step: 'more' });
  }

  undo(most = Number.POSITIVE_INFINITY): void {
    this.#recordAll(this.history.undoing(), most);
  }

  redo(most = Number.POSITIVE_INFINITY): void {
    this.#recordAll(this.history.redoing(), most);
  }

  /** What there is to see. */
  get shown(): readonly string[] {
    const { excludedRows } = this.edited;
    return Array.from(
      rowsOf(this.edited),
      (row) => `${row} ${cellText(this.edited, row, 0)} ${excludedRows.has(row)}`,
    );
  }

  #recordAll(pieces: Iterable<RecordedOperation>, most: number): void {
    let left = most;
    for (const piece of pieces) {
      this.#record(piece);
      if (--left <= 0) return;
    }
  }

  #record(operation: RecordedOperation): void {
    this.log.push(operation);
    this.history.note(operation, this.edited.rowCount);
    this.edited = applyOperation(this.edited, operation);
  }
}

/** The same, opened again from its log, of which a window gets two operations at a time. */
async function opened({ log }: Desk): Promise<Desk> {
  const host = fakeHost({ 'session.operations': ({ from }) => log.slice(from, from + 2) });
  const session = { sessionId: SESSION_ID, fileName: 'x.csv', bytes: 1, options: {}, revision: log.length };
  return Object.assign(new Desk(), await restoreEdits(host, session, sheet), { log: [...log] });
}

const set = (row: number, before: string, after: string): Operation => ({
  kind: 'set_cells',
  changes: [{ row, column: 0, before, after }],
});

const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('x', 'y', '') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('add' as const), text: fc.constantFrom('new', '') }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
);

function perform(desk: Desk, wanted: typeof deed extends fc.Arbitrary<infer T> ? T : never): void {
  if (wanted.kind === 'undo') desk.undo();
  else if (wanted.kind === 'redo') desk.redo();
  else if (wanted.kind === 'type') {
    const before = cellText(desk.edited, 0, 0);
    desk.do([set(0, before, wanted.text), set(0, wanted.text, `${wanted.text}${wanted.text}`)]);
  } else {
    const { rowCount } = desk.edited;
    desk.do([{ kind: 'add_rows', count: 1 }, set(rowCount, '', wanted.text)]);
  }
}

describe('a history that is opened again', () => {
  it('undoes and redoes what the one before it would have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 15 }), async (deeds) => {
        const desk = new Desk();
        for (const wanted of deeds) perform(desk, wanted);
        const again = await opened(desk);
        expect(again.shown).toEqual(desk.shown);
        for (const act of ['redo', 'undo', 'undo', 'undo', 'redo', 'undo'] as const) {
          desk[act]();
          again[act]();
          expect(again.shown).toEqual(desk.shown);
          expect([again.history.canUndo, again.history.canRedo]).toEqual([
            desk.history.canUndo,
            desk.history.canRedo,
          ]);
        }
      }),
    );
  });

  it('goes back through all of it to the file, and forth again, a step at a time', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), (deeds) => {
        const desk = new Desk();
        for (const wanted of deeds) perform(desk, wanted);
        while (desk.history.canRedo) desk.redo();
        const seen = [desk.shown];
        while (desk.history.canUndo) {
          desk.undo();
          seen.push(desk.shown);
        }
        expect(desk.shown).toEqual(['0 1 false', '1 2 false', '2 3 false']);
        for (const shown of seen.toReversed().slice(1)) {
          desk.redo();
          expect(desk.shown).toEqual(shown);
        }
        expect(desk.history.canRedo).toBe(false);
      }),
    );
  });

  it('of a log without steps has one for each operation', async () => {
    const desk = new Desk();
    for (const operation of [set(0, '1', 'x'), set(1, '2', 'y')]) desk.do([operation]);
    const again = await opened(desk);
    again.undo();
    expect(again.shown).toEqual(['0 x false', '1 2 false', '2 3 false']);
  });
});

const STEP = [set(0, '1', 'x'), set(1, '2', 'x'), set(2, '3', 'x')];

describe('a crash in the middle', () => {
  it('of a step leaves a step: what was saved of it is undone as a whole', async () => {
    const desk = new Desk();
    desk.do(STEP.slice(0, 2));
    const again = await opened(desk);
    again.undo();
    expect(again.shown).toEqual(['0 1 false', '1 2 false', '2 3 false']);
    expect(again.history.canUndo).toBe(false);
  });

  it('of an undo leaves the rest to be undone, and then all to be redone', async () => {
    const desk = new Desk();
    desk.do(STEP);
    desk.undo(1);
    const again = await opened(desk);
    expect(again.shown).toEqual(['0 x false', '1 x false', '2 3 false']);
    again.undo();
    expect(again.shown).toEqual(['0 1 false', '1 2 false', '2 3 false']);
    again.redo();
    again.redo();
    expect(again.shown).toEqual(['0 x false', '1 x false', '2 x false']);
    expect(again.history.canRedo).toBe(false);
  });

  it('of a redo leaves the rest to be redone', async () => {
    const desk = new Desk();
    desk.do(STEP);
    desk.undo();
    desk.redo(2);
    const again = await opened(desk);
    expect(again.shown).toEqual(['0 x false', '1 x false', '2 3 false']);
    again.redo();
    expect(again.shown).toEqual(['0 x false', '1 x false', '2 x false']);
  });
});
