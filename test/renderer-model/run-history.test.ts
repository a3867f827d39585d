import { describe, expect, it } from 'vitest';
import type { CommandInput, CommandOutput, CommandResult } from '../../src/contract/commands.ts';
import type { HistoryEntry } from '../../src/contract/history-schemas.ts';
import type { Host } from '../../src/renderer/model/host.ts';
import { RunHistory } from '../../src/renderer/model/run-history.ts';
import { fakeHost } from './support.ts';

const entry = (id: string, changed: Partial<Extract<HistoryEntry, { kind: 'run' }>> = {}): HistoryEntry => ({
  kind: 'run',
  id,
  fileName: `${id}.csv`,
  connection: { name: 'Finance', baseUrl: 'http://127.0.0.1/v1', mode: 'TEST', keyLastFour: '1234' },
  at: '2026-11-24T10:00:00.000Z',
  who: 'sam · desk',
  isUndo: false,
  planHash: '0'.repeat(64),
  counts: { applied: 1 },
  standing: 'Every row has ended.',
  sessionId: null,
  reason: '',
  durationMs: 1,
  isOn: false,
  left: 0,
  written: 1,
  undoneAt: null,
  ...changed,
});

const rowsOf = ({ id }: CommandInput<'history.rows'>): CommandOutput<'history.rows'> => ({
  rows: [{ row: 0, line: 2, customerId: `customer of ${id}`, state: 'applied', message: '', fields: [] }],
  total: 1,
});

const listing = (entries: readonly HistoryEntry[]) => (): CommandOutput<'history.list'> => ({
  entries: [...entries],
  total: entries.length,
});

describe('the history in the window', () => {
  it('looks at the newest entry first, with its first rows', async () => {
    const host = fakeHost({ 'history.list': listing([entry('b'), entry('a')]), 'history.rows': rowsOf });
    const history = new RunHistory(host);
    await history.open();
    const { chosen, shown } = history.store.getState();
    expect(chosen?.id).toBe('b');
    expect(shown?.rows[0]?.customerId).toBe('customer of b');
  });

  it('looks at another entry first where it is asked to, and only that time', async () => {
    const host = fakeHost({ 'history.list': listing([entry('b'), entry('a')]), 'history.rows': rowsOf });
    const history = new RunHistory(host);
    history.beginWith({ kind: 'run', id: 'a' });
    await history.open();
    expect(history.store.getState().chosen?.id).toBe('a');
    expect(history.store.getState().shown?.rows[0]?.customerId).toBe('customer of a');
    await history.open();
    expect(history.store.getState().chosen?.id).toBe('b');
  });

  it('stays with what is looked at while it is found, and goes to the first one where it is not', async () => {
    let entries = [entry('b'), entry('a')];
    const host = fakeHost({ 'history.list': () => listing(entries)(), 'history.rows': rowsOf });
    const history = new RunHistory(host);
    await history.open();
    await history.choose(entries[1] ?? null);
    entries = [entry('c'), entry('a', { reason: 'FIN-7' })];
    await history.search('x');
    expect(history.store.getState().chosen).toMatchObject({ id: 'a', reason: 'FIN-7' });
    entries = [entry('c')];
    await history.search('xy');
    expect(history.store.getState().chosen?.id).toBe('c');
  });

  it('shows the rows that were asked for last, in whatever order the answers come', async () => {
    const waiting: (() => void)[] = [];
    const slow: Host = {
      ...fakeHost(),
      command: async (name, input) => {
        const asked = input as CommandInput<'history.rows'>;
        await new Promise<void>((resolve) => waiting.push(resolve));
        return {
          ok: true,
          value: { ...rowsOf(asked), total: asked.search.length },
        } as unknown as CommandResult<typeof name>;
      },
    };
    const history = new RunHistory(slow);
    const answers = [
      history.choose(entry('a')),
      history.showRows({ search: 'pho' }),
      history.showRows({ search: 'phone' }),
    ];
    for (const answer of [...waiting].reverse()) answer();
    await Promise.all(answers);
    expect(history.store.getState().shown?.total).toBe('phone'.length);
  });

  it('begins at the first page again when something else is looked for', async () => {
    const host = fakeHost({ 'history.list': listing([entry('a')]), 'history.rows': rowsOf });
    const history = new RunHistory(host);
    await history.open();
    await history.showRows({ from: 300 });
    expect(history.store.getState().wanted.from).toBe(300);
    await history.showRows({ state: 'applied' });
    expect(history.store.getState().wanted).toEqual({ from: 0, search: '', state: 'applied' });
  });

  it('says why something could not be done, and keeps what is shown', async () => {
    const host = fakeHost({ 'history.list': listing([entry('a')]), 'history.rows': rowsOf });
    const history = new RunHistory(host);
    await history.open();
    host.failWith('This run is still on.');
    expect(await history.delete(entry('a'))).toBeUndefined();
    const { problem, chosen } = history.store.getState();
    expect([problem, chosen?.id]).toEqual(['This run is still on.', 'a']);
  });

  it('asks for no rows where there are none', async () => {
    const damaged: HistoryEntry = { kind: 'damaged', id: 'a', message: 'Its plan is missing.' };
    const host = fakeHost({ 'history.list': listing([damaged]) });
    await new RunHistory(host).open();
    expect(host.asked.map(([name]) => name)).toEqual(['history.list']);
  });
});
