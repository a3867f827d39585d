import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnArrangement } from '../../src/core/column-arrangement.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

let host: TestHost;

beforeEach(async () => {
  host = await startTestHost();
});

afterEach(async () => {
  await host.close();
});

const HEADERS = ['id', 'Zip'];
const WIDE: ColumnArrangement = { columns: [{ name: 'Zip', width: 300 }] };
const HIDDEN: ColumnArrangement = { order: ['Zip', 'id'], columns: [{ name: 'Zip', isHidden: true }] };

const imported = async (): Promise<string> =>
  (await host.must('session.import_text', { name: 'pasted', text: 'id,Zip\nx,1' })).sessionId;
const arrange = (sessionId: string, arrangement: ColumnArrangement, isChosen = true, headers = HEADERS) =>
  host.must('columns.arrange', { sessionId, headers: [...headers], arrangement, isChosen });
const recall = (sessionId: string, headers: readonly string[] = HEADERS) =>
  host.must('columns.recall', { sessionId, headers: [...headers] });

describe('how columns were left', () => {
  it('is as usual in a sheet that nobody arranged', async () => {
    expect(await recall(await imported())).toEqual({ arrangement: { columns: [] }, isOfSession: false });
  });

  it('is known of each sheet, also after the engine was started anew', async () => {
    const [one, other] = [await imported(), await imported()];
    await arrange(one, WIDE);
    await arrange(other, HIDDEN);
    host.killEngine();
    expect(await recall(one)).toEqual({ arrangement: WIDE, isOfSession: true });
    expect(await recall(other)).toEqual({ arrangement: HIDDEN, isOfSession: true });
  });

  it('is how the next sheet with the same headers begins, in whatever order they come', async () => {
    await arrange(await imported(), HIDDEN);
    await arrange(await imported(), WIDE);
    host.killEngine();
    const next = await imported();
    expect(await recall(next, ['Zip', 'id'])).toEqual({ arrangement: WIDE, isOfSession: false });
    expect((await recall(next, ['Zip', 'id', 'City'])).arrangement).toEqual({ columns: [] });
  });

  it('is not taken for a choice where a sheet only took it over', async () => {
    await arrange(await imported(), HIDDEN);
    await arrange(await imported(), WIDE, false);
    expect((await recall(await imported())).arrangement).toEqual(HIDDEN);
  });

  it('is kept of no headers that are a customer’s data', async () => {
    const headers = ['6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60', 'anna@hotel.example'];
    const sessionId = await imported();
    await arrange(sessionId, WIDE, true, headers);
    expect((await recall(sessionId, headers)).isOfSession).toBe(true);
    expect((await recall(await imported(), headers)).arrangement).toEqual({ columns: [] });
    const kept = join(host.folder, 'arrangements.json');
    expect(existsSync(kept) ? readFileSync(kept, 'utf8') : '').not.toContain('anna');
  });

  it('is forgotten with a sheet that was discarded, and never keeps one from being opened', async () => {
    const gone = await imported();
    await host.must('session.discard', { sessionId: gone });
    await arrange(gone, WIDE);
    expect(existsSync(join(host.folder, 'sessions', gone))).toBe(false);

    const damaged = await imported();
    writeFileSync(join(host.folder, 'sessions', damaged, 'columns.json'), '{"columns":[{"width":-1}]}');
    expect(await recall(damaged)).toEqual({ arrangement: { columns: [] }, isOfSession: false });
  });
});
