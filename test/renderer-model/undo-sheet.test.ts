import { describe, expect, it } from 'vitest';
import { USUAL_ARRANGEMENT } from '../../src/core/column-arrangement.ts';
import { importSheet } from '../../src/core/csv/import.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { mappingOf } from '../../src/core/mapping.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { History } from '../../src/renderer/model/history.ts';
import { Recorder } from '../../src/renderer/model/recorder.ts';
import { UndoSheet } from '../../src/renderer/model/undo-sheet.ts';
import { codes, fakeHost, PLAN, SESSION_ID } from './support.ts';

/** Old values that no cell of a person’s would be let through with. */
const TEXT = [
  'Line in edits.csv,Customer id,email,billing_address.postal_code',
  '12,not-a-uuid,[clear],#N/A',
  '30,customer-2,no-email,2138',
].join('\n');

function undoSheet(): UndoSheet {
  const host = fakeHost();
  const imported = importSheet(new TextEncoder().encode(TEXT));
  if (!imported.ok) throw new Error('The sheet should be read.');
  const mapping = mappingOf([
    { kind: 'reference' },
    { kind: 'reference' },
    { kind: 'reference', field: 'email' },
    { kind: 'reference', field: 'billing_address.postal_code' },
  ]);
  const recorder = new Recorder(host, SESSION_ID, { onSaved: () => undefined, onFailed: () => undefined });
  const session = {
    sessionId: SESSION_ID,
    fileName: 'Undo of edits.csv',
    bytes: TEXT.length,
    options: {},
    revision: 0,
    undoes: 'run-1',
  };
  const edited = unedited(imported.value.sheet);
  const loaded = {
    imported: imported.value,
    edited,
    mapping,
    proposal: proposeMapping(imported.value.sheet),
    lastTime: null,
    history: new History(),
    arrangement: USUAL_ARRANGEMENT,
  };
  return new UndoSheet({ session, loaded, host, recorder });
}

describe('the sheet of an undo', () => {
  it('has nothing to find fault with: its values are those that Atlas had', () => {
    const sheet = undoSheet();
    expect(sheet.counts).toMatchObject({ ready: 2, errors: 0, warnings: 0 });
    expect(sheet.mappingFindings).toEqual([]);
    expect(sheet.blankQuestions).toEqual([]);
  });

  it('says whom its rows are about, which fields go back, and the lines of the run’s file', () => {
    const sheet = undoSheet();
    expect(sheet.mapping.roles.map(({ kind }) => kind)).toEqual(['reference', 'key', 'write', 'write']);
    expect([0, 1].map((row) => sheet.lineOf(row))).toEqual([12, 30]);
    expect(sheet.undoes).toBe('run-1');
  });

  it('lets rows be left out, and no cell be edited', () => {
    const sheet = undoSheet();
    sheet.setPlan(PLAN, codes('update', 'update'));
    expect(sheet.lockOf(0)).toContain('Rows can be left out.');
    expect(sheet.rowLockOf(0)).toBeUndefined();
    sheet.edit();
    sheet.exclude([1]);
    expect(sheet.counts).toMatchObject({ update: 1, excluded: 1 });
    expect(sheet.revision).toBe(1);
    expect(sheet.cell(0, 2)).toBe('[clear]');
  });
});
