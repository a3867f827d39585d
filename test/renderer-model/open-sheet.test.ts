import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { USUAL_ARRANGEMENT } from '../../src/core/column-arrangement.ts';
import type { ImportOptions } from '../../src/core/csv/import.ts';
import { Desk } from '../../src/renderer/model/desk.ts';
import { FIRST_STATE } from '../../src/renderer/model/first-state.ts';
import { OpenSheet } from '../../src/renderer/model/open-sheet.ts';
import { fakeHost, SESSION_ID } from './support.ts';

const TEXT = 'a,b\nCustomer ID;City\n6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60;Boston\n';

/** A host that keeps by which options the session is read. */
function opening() {
  let options: ImportOptions = {};
  const session = () => ({
    sessionId: SESSION_ID,
    fileName: 'x.csv',
    bytes: TEXT.length,
    options,
    revision: 0,
  });
  const host = fakeHost({
    'mapping.recall': () => null,
    'columns.recall': () => ({ arrangement: USUAL_ARRANGEMENT, isOfSession: false }),
    'session.configure': (input) => {
      options = input.options ?? options;
      return {};
    },
    'session.open': session,
  });
  const desk = new Desk(
    host,
    createStore(() => FIRST_STATE),
  );
  return { host, desk, open: new OpenSheet(desk, () => Promise.resolve()) };
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(TEXT)));
});

const headers = ({ state }: Desk): readonly string[] => state.sheet?.columns.map(({ name }) => name) ?? [];

describe('how a file is read', () => {
  it('is changed by every choice, however soon one follows the other', async () => {
    const { desk, open } = opening();
    await open.open(
      { sessionId: SESSION_ID, fileName: 'x.csv', bytes: TEXT.length, options: {}, revision: 0 },
      'new',
    );
    expect(headers(desk)).toEqual(['a', 'b']);
    await Promise.all([open.setImportOption('delimiter', ';'), open.setImportOption('headerLine', 2)]);
    expect(desk.state.reading?.options).toEqual({ delimiter: ';', headerLine: 2 });
    expect(headers(desk)).toEqual(['Customer ID', 'City']);
    expect(desk.state.dialog).toBe('import');
    await open.setImportOption('headerLine', undefined);
    expect(desk.state.reading?.options).toEqual({ delimiter: ';' });
  });

  it('is not asked for any more once the file was given up', async () => {
    const { host, desk, open } = opening();
    await open.open(
      { sessionId: SESSION_ID, fileName: 'x.csv', bytes: TEXT.length, options: {}, revision: 0 },
      'new',
    );
    const coming = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', () => coming.promise);
    const first = open.setImportOption('delimiter', ';');
    await vi.waitFor(() => expect(desk.state.importing).not.toBeNull());
    const second = open.setImportOption('headerLine', 2);
    await open.abandonImport();
    coming.resolve(new Response(TEXT));
    await Promise.all([first, second]);
    expect(host.asked.filter(([name]) => name === 'session.configure')).toHaveLength(1);
    expect(desk.state).toMatchObject({ sheet: null, reading: null, importing: null });
  });
});
