import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandOutput } from '../../src/contract/commands.ts';
import type { HistoryEntry } from '../../src/contract/history-schemas.ts';
import { guarded } from '../../src/core/formula-guard.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type ReportingHost, startReportingHost } from './support/reporting-host.ts';
import { statesOf } from './support/state-names.ts';

const ROWS = 6;

let host: ReportingHost;
let server: PracticeServer;
let connectionId: string;

beforeEach(async () => {
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  host = await startReportingHost();
  ({ connectionId } = await host.must('connection.add', {
    name: 'Finance',
    baseUrl: server.baseUrl,
    key: 'sk_test_practice',
  }));
});

afterEach(async () => {
  await host.close();
  await server.close();
});

const phoneOf = (row: number): string => `+1 617 555 010${row}`;
const ids = (): readonly string[] =>
  server
    .customers()
    .slice(0, ROWS)
    .map(({ id }) => id);
const phones = (): readonly unknown[] => ids().map((id) => server.customer(id)?.phone ?? null);

/** A sheet of new phone numbers; each row’s line is its number and two. */
async function importPhones(): Promise<string> {
  const lines = ids().map((id, row) => `${id},${phoneOf(row)}`);
  const text = `Customer ID,Phone\n${lines.join('\n')}\n`;
  return (await host.must('session.import_text', { name: 'phones.csv', text })).sessionId;
}

type Plan = CommandOutput<'plan.make'>;

async function applied({ planId, customers }: Plan): Promise<string> {
  const { runId } = await host.must('run.start', { planId, customers });
  await vi.waitFor(
    () =>
      expect(host.events('run.batch').some((batch) => batch.runId === runId && batch.end !== null)).toBe(
        true,
      ),
    { timeout: 20_000, interval: 20 },
  );
  return runId;
}

async function ran(): Promise<{ readonly runId: string; readonly plan: Plan; readonly sessionId: string }> {
  const sessionId = await importPhones();
  const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
  return { runId: await applied(plan), plan, sessionId };
}

const list = async (search = ''): Promise<readonly HistoryEntry[]> =>
  (await host.must('history.list', { search })).entries;

const REFUSED = {
  kind: 'answer',
  status: 422,
  json: { error: { type: 'invalid_request_error', code: 'invalid_phone', message: 'Not now.' } },
} as const;

const page = { from: 0, most: 100, search: '' } as const;

describe('the history', () => {
  it('holds a dry run until it is applied, and then its run, with who, what and how it ended', async () => {
    expect(await list()).toEqual([]);
    const sessionId = await importPhones();
    const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    expect(await list()).toMatchObject([
      { kind: 'dry_run', fileName: 'phones.csv', counts: { update: ROWS }, hasRows: true, sessionId },
    ]);
    const runId = await applied(plan);
    const entries = await list();
    expect(entries).toMatchObject([
      {
        kind: 'run',
        id: runId,
        fileName: 'phones.csv',
        connection: { name: 'Finance', mode: 'TEST', keyLastFour: 'tice' },
        counts: { applied: ROWS },
        planHash: plan.hash,
        standing: 'Every row has ended.',
        isOn: false,
        left: 0,
        written: ROWS,
        undoneAt: null,
        sessionId,
      },
    ]);
    const [entry] = entries;
    expect(entry?.kind === 'run' && entry.who).toMatch(/^\S+ · \S+$/);
    expect(entry?.kind === 'run' && entry.durationMs).toBeGreaterThanOrEqual(0);
  });

  it('is searched by every word of what it shows', async () => {
    await ran();
    expect(await list('PHONES finance')).toHaveLength(1);
    expect(await list('applied test')).toHaveLength(1);
    expect(await list('phones somebody-else')).toEqual([]);
  });

  it('shows a run’s rows as they were, page by page, found by text and by state', async () => {
    const { runId } = await ran();
    const kept = { kind: 'run', id: runId } as const;
    const second = await host.must('history.rows', { ...kept, ...page, from: 2, most: 2 });
    expect(second.total).toBe(ROWS);
    expect(second.rows.map(({ line }) => line)).toEqual([4, 5]);
    expect(second.rows[0]).toMatchObject({
      customerId: ids()[2],
      state: 'applied',
      fields: [{ field: 'phone', sent: phoneOf(2), after: phoneOf(2) }],
    });
    const found = await host.must('history.rows', { ...kept, ...page, search: ids()[4] ?? '' });
    expect(found.rows.map(({ row }) => row)).toEqual([4]);
    expect((await host.must('history.rows', { ...kept, ...page, state: 'failed' })).rows).toEqual([]);
  });

  it('writes the report of a kept run with the columns of its file, edits of that time included', async () => {
    const { runId, sessionId } = await ran();
    const change = { row: 0, column: 1, before: phoneOf(0), after: 'edited afterwards' };
    await host.must('session.record', {
      sessionId,
      revision: 1,
      operation: { kind: 'set_cells', changes: [change] },
    });
    const saved = await host.must('history.report', { kind: 'run', id: runId, report: 'csv' });
    expect(saved?.path).toBe(join(host.reports, 'phones report.csv'));
    const [header, first] = readFileSync(saved?.path ?? '', 'utf8').split('\r\n');
    expect(header).toMatch(/"Customer ID","Phone",.*"Line","Status"/);
    expect(first).toMatch(/"2","applied"/);
    expect(first).toContain(`"${ids()[0]}","${guarded(phoneOf(0))}",`);
    expect(await host.codeOf('report.show', {})).toBe('done');
  });

  it('makes do with the plan where the sheet is gone', async () => {
    const { runId, sessionId } = await ran();
    await host.must('session.discard', { sessionId });
    expect(await list()).toMatchObject([{ sessionId: null }]);
    const saved = await host.must('history.report', { kind: 'run', id: runId, report: 'csv' });
    expect(readFileSync(saved?.path ?? '', 'utf8')).toMatch(/"customer_id","phone",.*"Line"/);
  });
});

describe('deleting a run', () => {
  it('leaves nothing of it on the disk, its undo’s sheet included', async () => {
    const { runId } = await ran();
    const undo = await host.must('history.undo', { runId });
    const deleted = await host.must('history.delete', { kind: 'run', id: runId });
    expect(deleted.sessionIds).toEqual([undo.sessionId]);
    expect(readdirSync(join(host.folder, 'runs'))).toEqual([]);
    expect(readdirSync(join(host.folder, 'sessions'))).not.toContain(undo.sessionId);
    expect(await list()).toEqual([]);
    expect(await host.codeOf('history.rows', { kind: 'run', id: runId, ...page })).toBe('run_not_read');
    expect(await host.codeOf('history.delete', { kind: 'run', id: runId })).toBe('run_not_deleted');
  });

  it('is refused while it is on', async () => {
    const sessionId = await importPhones();
    const { planId, customers } = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const { runId } = await host.must('run.start', { planId, customers });
    await host.must('run.pause', { runId });
    expect(await host.codeOf('history.delete', { kind: 'run', id: runId })).toBe('run_still_on');
    expect(await host.codeOf('history.undo', { runId })).toBe('run_still_on');
    expect(await list()).toMatchObject([{ kind: 'run', isOn: true, standing: 'It is going on.' }]);
    await host.must('run.stop', { runId });
  });

  it('removes a dry run too', async () => {
    const sessionId = await importPhones();
    await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const [entry] = await list();
    await host.must('history.delete', { kind: 'dry_run', id: entry?.id ?? '' });
    expect(await list()).toEqual([]);
  });
});

describe('the undo of a run', () => {
  it('is a sheet with a dry run of its own, and puts everything back as it was', async () => {
    const before = phones();
    const { runId } = await ran();
    expect(phones()).toEqual(ids().map((_, row) => phoneOf(row)));
    const undo = await host.must('history.undo', { runId });
    expect(undo).toMatchObject({ fileName: 'Undo of phones.csv', undoes: runId });
    const { sessionId } = undo;
    const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    expect(plan.customers).toBe(ROWS);
    expect(phones()).toEqual(ids().map((_, row) => phoneOf(row)));
    await applied(plan);
    expect(phones()).toEqual(before);
    const [second, first] = await list();
    expect(second).toMatchObject({ kind: 'run', isUndo: true, fileName: 'phones.csv' });
    expect(first).toMatchObject({ kind: 'run', isUndo: false });
    expect(first?.kind === 'run' && first.undoneAt).toBe(second?.kind === 'run' && second.at);
  });

  it('leaves out the rows that a person leaves out, before and after its dry run', async () => {
    const before = phones();
    const { runId } = await ran();
    const { sessionId } = await host.must('history.undo', { runId });
    const exclude = (row: number) => ({ kind: 'exclude_rows', rows: [row] }) as const;
    await host.must('session.record', { sessionId, revision: 1, operation: exclude(1) });
    const plan = await host.must('plan.make', { sessionId, revision: 1, connectionId });
    expect(plan.counts).toEqual({ update: ROWS - 1, excluded: 1 });
    await host.must('session.record', { sessionId, revision: 2, operation: exclude(3) });
    await applied({ ...plan, customers: ROWS - 2 });
    expect(phones()).toEqual(before.map((phone, row) => (row === 1 || row === 3 ? phoneOf(row) : phone)));
    expect((await list())[0]).toMatchObject({ kind: 'run', isUndo: true, counts: { applied: ROWS - 2 } });
  });

  it('is the same sheet when it is opened again, with what was left out', async () => {
    const { runId } = await ran();
    const { sessionId } = await host.must('history.undo', { runId });
    await host.must('session.record', {
      sessionId,
      revision: 1,
      operation: { kind: 'exclude_rows', rows: [0] },
    });
    await host.must('session.close', { sessionId });
    expect(await host.must('history.undo', { runId })).toMatchObject({
      sessionId,
      revision: 1,
    });
  });

  it('is planned again for the rows that failed, as undo and not as a sheet', async () => {
    const before = phones();
    const { runId } = await ran();
    const { sessionId } = await host.must('history.undo', { runId });
    const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const [first, second] = ids();
    server.scriptFaults([
      { name: 'refused', match: { method: 'PATCH', customerId: first ?? '' }, effect: REFUSED },
    ]);
    await applied(plan);
    // Somebody else's later change wins over an undo; a sheet would write over it.
    server.writeDirectly(second ?? '', { phone: '+1 202 555 0000' });
    server.writeDirectly(first ?? '', { phone: '+1 202 555 0001' });
    const again = { planId: plan.planId, rows: [0] };
    const next = await host.must('plan.make', { sessionId, revision: 0, connectionId, again });
    expect(next.counts).toEqual({ blocked: 1, excluded: ROWS - 1 });
    expect((await host.must('plan.row', { planId: next.planId, row: 0 })).message).toContain(
      'Not taken back',
    );
    expect(phones().slice(2)).toEqual(before.slice(2));
  });

  it('is refused where the run wrote nothing', async () => {
    server.scriptFaults([
      { name: 'refused', match: { method: 'PATCH' }, when: { kind: 'always' }, effect: REFUSED },
    ]);
    const { runId } = await ran();
    expect(await list()).toMatchObject([{ counts: { rejected: ROWS }, written: 0 }]);
    expect(await host.codeOf('history.undo', { runId })).toBe('nothing_to_undo');
  });
});

describe('a dry run of some rows again', () => {
  /** Rows 1 and 4 are refused once, and row 2 is changed by somebody else. */
  async function ranWithTrouble() {
    const [, one, two, , four] = ids();
    const sessionId = await importPhones();
    const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    server.scriptFaults(
      [one, four].map((customerId) => ({
        name: `refused ${customerId}`,
        match: { method: 'PATCH', customerId: customerId ?? '' },
        effect: REFUSED,
      })),
    );
    server.writeDirectly(two ?? '', { phone: '+1 202 555 0000' });
    await applied(plan);
    return { sessionId, plan };
  }

  it('plans those rows only, and the others keep what became of them', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    const ended = ['applied', 'rejected', 'conflict', 'applied', 'rejected', 'applied'];
    expect(await statesOf(host, plan.planId)).toEqual(ended);
    const again = await host.must('plan.make', {
      sessionId,
      revision: 0,
      connectionId,
      again: { planId: plan.planId, rows: [1, 2, 4] },
    });
    expect(again.customers).toBe(3);
    expect(await statesOf(host, again.planId)).toEqual(
      ended.map((state) => (state === 'applied' ? state : 'update')),
    );
    const before = server.requests().filter(({ method }) => method === 'PATCH').length;
    await applied(again);
    expect(server.requests().filter(({ method }) => method === 'PATCH')).toHaveLength(before + 3);
    expect(await statesOf(host, again.planId)).toEqual(ended.map(() => 'applied'));
    expect(phones()).toEqual(ids().map((_, row) => phoneOf(row)));
  });

  it('ends in one report of all rows, with what was sent for each', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    const before = await host.must('plan.row', { planId: plan.planId, row: 0 });
    const again = { planId: plan.planId, rows: [1] };
    const { planId, ...made } = await host.must('plan.make', { sessionId, revision: 0, connectionId, again });
    await applied({ planId, ...made });
    expect(await host.must('plan.row', { planId, row: 0 })).toEqual(before);
    const saved = await host.must('report.save', { planId, kind: 'csv' });
    const lines = readFileSync(saved?.path ?? '', 'utf8')
      .split('\r\n')
      .slice(1, 1 + ROWS);
    expect(lines.map((line) => /"\d+","([a-z ]+)"/.exec(line)?.[1])).toEqual([
      'applied',
      'applied',
      'conflict',
      'applied',
      'rejected',
      'applied',
    ]);
  });

  it('has in the report for machines what became of each row, in which run', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    const again = { planId: plan.planId, rows: [1] };
    const made = await host.must('plan.make', { sessionId, revision: 0, connectionId, again });
    await applied(made);
    const saved = await host.must('report.save', { planId: made.planId, kind: 'json' });
    const { plan: newest, rows } = JSON.parse(readFileSync(saved?.path ?? '', 'utf8')) as {
      plan: { id: string };
      rows: {
        state: string;
        planned: { action: string };
        run?: { outcome: { state: string } };
        earlier?: { planId: string; runId: string };
      }[];
    };
    expect(newest.id).toBe(made.planId);
    expect(rows.map(({ planned }) => planned.action)).toEqual(rows.map(() => 'update'));
    expect(rows.map(({ run }) => run?.outcome.state)).toEqual(rows.map(({ state }) => state));
    expect(rows.map(({ earlier }) => earlier?.planId)).toEqual(
      rows.map((_, row) => (row === 1 ? undefined : plan.planId)),
    );
    const runs = (await list()).map(({ id }) => id);
    expect(new Set(rows.flatMap(({ earlier }) => earlier?.runId ?? []))).toEqual(new Set(runs.slice(1)));
  });

  it('knows of rows that were added since, and leaves them out unless they are asked for', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    await host.must('session.record', { sessionId, revision: 1, operation: { kind: 'add_rows', count: 1 } });
    const again = { planId: plan.planId, rows: [1] };
    const next = await host.must('plan.make', { sessionId, revision: 1, connectionId, again });
    expect(await statesOf(host, next.planId)).toEqual([
      'applied',
      'update',
      'conflict',
      'applied',
      'rejected',
      'applied',
      'excluded',
    ]);
  });

  it('is refused where the plan it follows is not the newest any more', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const again = { planId: plan.planId, rows: [1] };
    expect(await host.codeOf('plan.make', { sessionId, revision: 0, connectionId, again })).toBe(
      'plan_unknown',
    );
  });

  it('is in the history with its own rows and no others as updates', async () => {
    const { sessionId, plan } = await ranWithTrouble();
    const again = { planId: plan.planId, rows: [1, 4] };
    await applied(await host.must('plan.make', { sessionId, revision: 0, connectionId, again }));
    expect(await list()).toMatchObject([
      { kind: 'run', counts: { applied: 2, excluded: 4 } },
      { kind: 'run', counts: { applied: 3, rejected: 2, conflict: 1 } },
    ]);
  });
});
