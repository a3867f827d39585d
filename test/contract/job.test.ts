import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOT_PLANNED } from '../../src/contract/state-bytes.ts';
import { ALL_STATES } from '../../src/core/row-state.ts';
import { startPracticeServer } from '../../src/practice/server.ts';
import { plannedSample } from './support/planned-sample.ts';
import { type ReportingHost, startReportingHost } from './support/reporting-host.ts';
import { statesOf } from './support/state-names.ts';

let host: ReportingHost;

beforeEach(async () => {
  host = await startReportingHost();
});

afterEach(() => host.close());

async function ended(): Promise<void> {
  await vi.waitFor(
    () => {
      expect(host.events('run.batch').at(-1)?.end).not.toBeNull();
      expect(host.events('run.batch')).not.toHaveLength(0);
    },
    { timeout: 20_000, interval: 20 },
  );
}

const rowIn = (states: readonly string[], state: string): number => {
  const row = states.indexOf(state);
  expect(row).toBeGreaterThanOrEqual(0);
  return row;
};

describe('a plan', () => {
  it('is summed up, and its rows’ states add up to it', async () => {
    const plan = await plannedSample(host);
    const states = await statesOf(host, plan.planId);
    const total = Object.values(plan.counts).reduce((sum, count) => sum + count, 0);
    expect(states).toHaveLength(total);
    for (const [state, count] of Object.entries(plan.counts)) {
      expect(states.filter((one) => one === state)).toHaveLength(count);
    }
    expect(plan.customers).toBe(plan.counts.update);
    expect(plan.samples).toHaveLength(2);
    expect(plan.canRead).toBe(true);
  });

  it('shows rows with before and after, and what would be sent', async () => {
    const { planId } = await plannedSample(host);
    const row = rowIn(await statesOf(host, planId), 'update');
    const [slice] = await host.must('plan.slice', { planId, rows: [row, 1_000_000] });
    expect(slice?.changes.length).toBeGreaterThan(0);
    const view = await host.must('plan.row', { planId, row });
    expect(view.request?.path).toBe(`/customers/${view.customerId}`);
    expect(view.fields.map(({ field }) => field)).toEqual(slice?.changes.map(({ field }) => field));
    expect(view.attempts).toEqual([]);
  });

  it('loses the rows edited since: they are stale and not sent', async () => {
    const { planId, sessionId, customers } = await plannedSample(host);
    const row = rowIn(await statesOf(host, planId), 'update');
    await host.must('session.record', {
      sessionId,
      revision: 1,
      operation: { kind: 'exclude_rows', rows: [row] },
    });
    expect((await statesOf(host, planId))[row]).toBe('stale');
    expect((await host.must('plan.row', { planId, row })).request).toBeNull();
    expect(await host.codeOf('run.start', { planId, customers })).toBe('other_count');
    await host.must('run.start', { planId, customers: customers - 1 });
    await ended();
    expect((await statesOf(host, planId))[row]).toBe('stale');
    expect(host.events('run.batch').at(-1)).toMatchObject({ ended: customers - 1, total: customers - 1 });
  });
});

describe('a run', () => {
  it('tells every state it passes, with counts that add up to the sheet', async () => {
    const { planId, customers } = await plannedSample(host);
    const rows = (await statesOf(host, planId)).length;
    await host.must('run.start', { planId, customers });
    await ended();
    const batches = host.events('run.batch');
    for (const { counts } of batches) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows);
    }
    const shown = new Map(batches.flatMap(({ changed }) => changed));
    const states = await statesOf(host, planId);
    for (const [row, state] of shown) expect(states[row]).toBe(ALL_STATES[state]);
    expect(shown.size).toBe(customers);
    expect(batches.at(-1)?.end?.how).toBe('completed');
  });

  it('needs a reason where customers are real, which its history tells', async () => {
    const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
    onTestFinished(() => server.close());
    const connection = { name: 'Acme', baseUrl: server.baseUrl, key: 'sk_live_practice' };
    const { connectionId } = await host.must('connection.add', connection);
    const text = `customer id,name\n${server.customers()[0]?.id ?? ''},Acme Renamed\n`;
    const { sessionId } = await host.must('session.import_text', { name: 'names.csv', text });
    const { planId, customers } = await host.must('plan.make', { sessionId, revision: 0, connectionId });

    expect(await host.codeOf('run.start', { planId, customers })).toBe('reason_missing');
    expect(server.customers()[0]?.name).not.toBe('Acme Renamed');
    await host.must('run.start', { planId, customers, reason: 'FIN-1234' });
    await ended();
    expect(server.customers()[0]?.name).toBe('Acme Renamed');
    const { entries } = await host.must('history.list', { search: 'fin-1234' });
    expect(entries).toMatchObject([{ kind: 'run', reason: 'FIN-1234' }]);
  });

  it('is confirmed by the number of customers, and a plan is applied once', async () => {
    const { planId, customers } = await plannedSample(host);
    expect(await host.codeOf('run.start', { planId, customers: customers + 1 })).toBe('other_count');
    const both = [
      host.codeOf('run.start', { planId, customers }),
      host.codeOf('run.start', { planId, customers }),
    ];
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'run_on']);
    await ended();
    expect(await host.codeOf('run.start', { planId, customers })).toBe('plan_spent');
    const { runId = '' } = host.events('run.batch')[0] ?? {};
    for (const name of ['run.pause', 'run.resume', 'run.stop', 'run.abort'] as const) {
      expect(await host.codeOf(name, { runId })).toBe('run_over');
    }
  });

  it('locks its rows until they have ended, and its sheet and connection until it has', async () => {
    const { planId, sessionId, customers, connection } = await plannedSample(host);
    const states = await statesOf(host, planId);
    const { runId } = await host.must('run.start', { planId, customers });
    await host.must('run.pause', { runId });
    const last = states.lastIndexOf('update');
    const locked = {
      kind: 'set_cells',
      changes: [{ row: last, column: 1, before: '', after: 'x' }],
    } as const;
    expect(await host.codeOf('session.record', { sessionId, revision: 1, operation: locked })).toBe(
      'rows_locked',
    );
    const other = { kind: 'exclude_rows', rows: [rowIn(states, 'unchanged')] } as const;
    expect(await host.codeOf('session.record', { sessionId, revision: 1, operation: other })).toBe('done');
    expect(await host.codeOf('session.close', { sessionId })).toBe('run_on');
    expect(await host.codeOf('session.discard', { sessionId })).toBe('run_on');
    const { connectionId } = connection;
    expect(await host.codeOf('plan.make', { sessionId, revision: 1, connectionId })).toBe('run_on');
    await vi.waitFor(async () => {
      expect(await host.codeOf('connection.remove', { connectionId })).toBe('connection_in_use');
    });
    await host.must('run.stop', { runId });
    await ended();
    expect(host.events('run.batch').at(-1)?.end?.how).toBe('stopped');
    expect(await host.codeOf('session.record', { sessionId, revision: 2, operation: locked })).toBe('done');
  });

  it('ends in a report where the person wants it', async () => {
    const { planId, customers } = await plannedSample(host);
    await host.must('run.start', { planId, customers });
    await ended();
    const saved = await host.must('report.save', { planId, kind: 'csv' });
    expect(saved?.path).toBe(join(host.reports, 'sample-edits report.csv'));
    expect(readFileSync(saved?.path ?? '', 'utf8')).toContain('applied');
    expect(await host.codeOf('report.show', {})).toBe('done');
  });
});

describe('rows added in the app', () => {
  it('are in the dry run and the report, after those of the file; one removed again is nowhere', async () => {
    const { sessionId } = await host.must('session.import_sample', {});
    const { connectionId } = await host.must('practice.start', {});
    const first = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const ofFile = (await statesOf(host, first.planId)).length;
    const [blank, removed, nobody] = [ofFile, ofFile + 1, ofFile + 2];
    const change = { row: nobody, column: 0, before: '', after: '00000000-0000-4000-8000-000000000000' };
    const operations = [
      { kind: 'add_rows', count: 3 },
      { kind: 'set_cells', changes: [change], step: 'more' },
      { kind: 'remove_rows', rows: [removed] },
    ] as const;
    for (const [index, operation] of operations.entries())
      await host.must('session.record', { sessionId, revision: index + 1, operation });

    const { planId, counts } = await host.must('plan.make', { sessionId, revision: 3, connectionId });

    const states = [...(await host.must('plan.states', { planId }))];
    expect(states.slice(ofFile)).toEqual([
      ALL_STATES.indexOf('invalid'),
      NOT_PLANNED,
      ALL_STATES.indexOf('not_found'),
    ]);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ofFile + 2);
    const slice = await host.must('plan.slice', { planId, rows: [blank, removed, nobody] });
    expect(slice.map(({ row, state }) => [row, state])).toEqual([
      [blank, 'invalid'],
      [nobody, 'not_found'],
    ]);
    expect(await host.must('plan.row', { planId, row: nobody })).toMatchObject({ line: nobody + 2 });
    expect(await host.codeOf('plan.row', { planId, row: removed })).toBe('plan_unknown');
    const csv = readFileSync((await host.must('report.save', { planId, kind: 'csv' }))?.path ?? '', 'utf8');
    const lines = csv.trim().split('\r\n').slice(-2);
    expect(lines.map((line) => /"(\d+ \(added\))"/.exec(line)?.[1])).toEqual([
      `${blank + 2} (added)`,
      `${nobody + 2} (added)`,
    ]);
    const json = readFileSync((await host.must('report.save', { planId, kind: 'json' }))?.path ?? '', 'utf8');
    const { rows } = JSON.parse(json) as { readonly rows: readonly { readonly isAdded?: boolean }[] };
    expect(rows.filter(({ isAdded }) => isAdded)).toMatchObject([
      { row: blank, planned: { action: 'invalid' } },
      { row: nobody, planned: { action: 'not_found' } },
    ]);
    // What comes back was not reviewed, and is in no plan.
    const operation = { kind: 'restore_rows', rows: [removed] } as const;
    await host.must('session.record', { sessionId, revision: 4, operation });
    expect([...(await host.must('plan.states', { planId }))][removed]).toBe(NOT_PLANNED);
  });
});

describe('an engine that dies', () => {
  it('loses no confirmed edit; its plans are gone and said to be', async () => {
    const { planId, sessionId, connection } = await plannedSample(host);
    const operation = { kind: 'exclude_rows', rows: [0] } as const;
    await host.must('session.record', { sessionId, revision: 1, operation });
    host.killEngine();
    expect(await host.codeOf('plan.states', { planId })).toBe('plan_unknown');
    // The window goes on where it was, without opening the sheet again.
    await host.must('session.record', {
      sessionId,
      revision: 2,
      operation: { kind: 'include_rows', rows: [0] },
    });
    expect(await host.must('session.open', { sessionId })).toMatchObject({ revision: 2 });
    // The practice server listens elsewhere now; its connection is the same one.
    const { connectionId } = connection;
    expect(await host.codeOf('plan.make', { sessionId, revision: 2, connectionId })).toBe('done');
  });
});
