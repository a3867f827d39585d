import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/edited-sheet.ts';
import type { Result } from '../../../src/core/result.ts';
import type { Refused } from '../../../src/core/words/refusals.ts';
import { systemClock } from '../../../src/services/clock.ts';
import { UNFINISHED_PREFIX } from '../../../src/services/sessions/import-source.ts';
import { listSessions, removeUnfinished } from '../../../src/services/sessions/list-sessions.ts';
import type { Session } from '../../../src/services/sessions/session.ts';
import { SessionStore } from '../../../src/services/sessions/session-store.ts';

let dataFolder: string;
let stores: SessionStore[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'patchsheet-sessions-'));
  stores = [];
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.release()));
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A store of its own each time: what it knows is on the disk. */
function newStore(): SessionStore {
  const store = new SessionStore({ dataFolder, clock: systemClock });
  stores.push(store);
  return store;
}

async function must<T>(result: Promise<Result<T, Refused>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value;
}

const codeOf = async (result: Promise<Result<unknown, Refused>>): Promise<string> => {
  const settled = await result;
  return settled.ok ? 'done' : settled.error.code;
};

const TEXT = 'id,phone\na,1\nb,2\n';
const imported = (store: SessionStore): Promise<Session> =>
  must(store.import({ kind: 'text', name: 'pasted', text: TEXT }));

const edit = (text: string): Operation => ({
  kind: 'set_cells',
  changes: [{ row: 0, column: 1, before: '1', after: text }],
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(dataFolder, name);
  writeFileSync(path, content);
  return path;
}

describe('an import', () => {
  it('keeps the file byte for byte, whatever becomes of it afterwards', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 251 || 65);
    const path = fileOf('edits.csv', bytes);
    const session = await must(newStore().import({ kind: 'file', path }));
    writeFileSync(path, 'something else');
    expect(Buffer.compare(readFileSync(session.paths.source), bytes)).toBe(0);
    expect(session.head).toMatchObject({ fileName: 'edits.csv', bytes: bytes.length });
  });

  it('of pasted text keeps every character', async () => {
    const text = `name\n${'é€𝄞 '.repeat(600_000)}\n`;
    const session = await must(newStore().import({ kind: 'text', name: 'pasted', text }));
    expect(readFileSync(session.paths.source, 'utf8')).toBe(text);
  });

  it.each([
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0), 'file_unusable', /Excel workbook.*CSV UTF-8/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'file_unusable', /Excel workbook/],
    ['a PDF', '%PDF-1.7', 'file_unusable', /PDF/],
    ['an empty file', '', 'file_unusable', /empty/],
  ])('of %s says what it is, and copies nothing', async (_what, content, code, message) => {
    const result = await newStore().import({ kind: 'file', path: fileOf('dropped.bin', content) });
    expect(result).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string },
    });
    expect(await listSessions(dataFolder)).toEqual([]);
    expect(readdirSync(dataFolder)).toEqual(['dropped.bin']);
  });

  it.each([
    ['a file that is gone', 'nowhere.csv', 'file_gone'],
    ['a folder', '.', 'file_not_one'],
  ])('of %s says so', async (_what, name, code) => {
    const path = join(dataFolder, name);
    expect(await codeOf(newStore().import({ kind: 'file', path }))).toBe(code);
  });

  it('cut short by a crash leaves nothing that is offered', async () => {
    const store = newStore();
    const { paths } = await imported(store);
    const sessions = join(dataFolder, 'sessions');
    writeFileSync(join(sessions, `${UNFINISHED_PREFIX}1`), readFileSync(paths.source));
    await removeUnfinished(dataFolder);
    expect(readdirSync(sessions)).toHaveLength(1);
    expect(await listSessions(dataFolder)).toHaveLength(1);
  });
});

describe('sessions', () => {
  it('are listed with the newest first, also those that were closed', async () => {
    const store = newStore();
    const first = await imported(store);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await imported(store);
    await second.record(1, edit('2'));
    await must(store.close(second.id));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await first.record(1, edit('2'));
    await first.record(2, edit('3'));
    expect(await listSessions(dataFolder)).toMatchObject([
      { sessionId: first.id, fileName: 'pasted', operations: 2 },
      { sessionId: second.id, operations: 1 },
    ]);
  });

  it('say how many edits were made, whatever pieces they were saved in', async () => {
    const store = newStore();
    const session = await imported(store);
    await must(session.record(1, edit('2')));
    await must(session.record(2, { ...edit('3'), step: 'more' }));
    await must(session.record(3, { ...edit('2'), step: 'undone' }));
    expect(await listSessions(dataFolder)).toMatchObject([{ sessionId: session.id, operations: 2 }]);
    const again = await must(newStore().get(session.id));
    expect(again.operations.map(({ step }) => step)).toEqual([undefined, 'more', 'undone']);
  });

  it('are gone for good when they are discarded', async () => {
    const store = newStore();
    const { id, paths } = await imported(store);
    await must(store.discard(id));
    expect(await listSessions(dataFolder)).toEqual([]);
    expect(statSync(paths.folder, { throwIfNoEntry: false })).toBeUndefined();
    expect(await codeOf(newStore().get(id))).toBe('session_unknown');
  });

  it.each([
    '',
    '..',
    '../..',
    'a/b',
    '6437F749-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-000000000000',
  ])('are not looked for under %j', async (id) => {
    const store = newStore();
    expect(await codeOf(store.get(id))).toBe('session_unknown');
    expect(await codeOf(store.open(id))).toBe('session_unknown');
    expect(await codeOf(store.discard(id))).toBe('session_unknown');
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('remember how they are read and mapped', async () => {
    const session = await imported(newStore());
    const mapping = { ...MAPPING, copyBillingToShipping: true };
    await Promise.all([
      must(session.configure({ options: { delimiter: ';' } })),
      must(session.configure({ mapping: MAPPING })),
      must(session.configure({ mapping })),
    ]);
    const again = await must(newStore().open(session.id));
    expect(again.head).toMatchObject({ options: { delimiter: ';' }, mapping });
  });

  it('forget how columns were mapped where the file is read another way: they may be others', async () => {
    const session = await imported(newStore());
    await must(session.configure({ mapping: MAPPING }));
    await must(session.configure({ options: {} }));
    expect(session.head.mapping).toEqual(MAPPING);
    await must(session.configure({ options: { headerLine: 2 } }));
    const again = await must(newStore().open(session.id));
    expect(again.head.mapping).toBeUndefined();
    expect(again.head.options).toEqual({ headerLine: 2 });
  });
});

const MAPPING = {
  roles: [{ kind: 'key', by: 'id' }],
  blanks: {},
  lookAlikes: {},
  constants: [],
  copyBillingToShipping: false,
} as const;

describe('operations', () => {
  it('are there again after a crash, every one that was confirmed', async () => {
    const session = await imported(newStore());
    const texts = Array.from({ length: 200 }, (_, index) => String(index));
    await Promise.all(texts.map((text, index) => must(session.record(index + 1, edit(text)))));
    const again = await must(newStore().get(session.id));
    expect(again.operations).toEqual(texts.map(edit));
  });

  it('torn off anywhere by a crash lose the last one only, and the next takes its place', async () => {
    const session = await imported(newStore());
    await must(session.record(1, edit('first')));
    await session.release();
    const whole = statSync(session.paths.operations).size;
    const second = await must(newStore().get(session.id));
    await must(second.record(2, edit('second, with “quotes” and é')));
    await second.release();
    const bytes = readFileSync(session.paths.operations);
    const full = bytes.indexOf('\n', whole) + 1;
    for (let size = whole; size < full; size++) {
      writeFileSync(session.paths.operations, bytes);
      truncateSync(session.paths.operations, size);
      const again = await must(newStore().get(session.id));
      expect(again.operations).toEqual([edit('first')]);
      await must(again.record(2, edit('third')));
      await again.release();
      const after = await must(newStore().get(session.id));
      expect(after.operations).toEqual([edit('first'), edit('third')]);
      await after.release();
    }
  });

  it('damaged in the middle are said to be, and nothing is guessed', async () => {
    const session = await imported(newStore());
    for (const revision of [1, 2, 3]) await must(session.record(revision, edit(String(revision))));
    await session.release();
    const log = readFileSync(session.paths.operations, 'utf8');
    writeFileSync(session.paths.operations, log.replace('"after":"2"', '"after":"9"'));
    const result = await newStore().get(session.id);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'session_damaged', message: expect.stringContaining('number 2') as string },
    });
    // Still offered, so that it can be looked at or discarded.
    expect(await listSessions(dataFolder)).toMatchObject([{ sessionId: session.id, operations: 1 }]);
  });

  it('of another program are damage as well', async () => {
    const session = await imported(newStore());
    await session.release();
    appendFileSync(session.paths.operations, 'not a record\n');
    expect(await codeOf(newStore().get(session.id))).toBe('session_damaged');
  });

  it('are numbered: none is skipped, replaced or done twice', async () => {
    const session = await imported(newStore());
    expect(await codeOf(session.record(2, edit('x')))).toBe('wrong_revision');
    expect(await codeOf(session.record(1, edit('x')))).toBe('done');
    expect(await codeOf(session.record(1, edit('x')))).toBe('done');
    expect(await codeOf(session.record(1, edit('y')))).toBe('wrong_revision');
    expect(session.operations).toEqual([edit('x')]);
  });
});
