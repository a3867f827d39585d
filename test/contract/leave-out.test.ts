import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEFT_OUT_OF_PLAN } from '../../src/core/words/plan.ts';
import { plannedSample } from './support/planned-sample.ts';
import { type ReportingHost, startReportingHost } from './support/reporting-host.ts';
import { stateNames, statesOf } from './support/state-names.ts';

let host: ReportingHost;

beforeEach(async () => {
  host = await startReportingHost();
});

afterEach(() => host.close());

const ended = (): Promise<void> =>
  vi.waitFor(() => expect(host.events('run.batch').at(-1)?.end).toMatchObject({ how: 'completed' }), {
    timeout: 20_000,
    interval: 20,
  });

/** Rows to be written, and one that is not. */
async function planned() {
  const plan = await plannedSample(host);
  const states = await statesOf(host, plan.planId);
  const updates = [...states.keys()].filter((row) => states[row] === 'update');
  return { plan, states, updates, unchanged: states.indexOf('unchanged') };
}

describe('rows left out of a plan', () => {
  it('make another plan, with a hash, totals and samples of its own', async () => {
    const { plan, states, updates, unchanged } = await planned();
    const out = [...updates.slice(0, 2), unchanged];

    const derived = await host.must('plan.leave_out', { planId: plan.planId, rows: out, isOut: true });

    expect(derived.plan.planId).not.toBe(plan.planId);
    expect(derived.plan.hash).not.toBe(plan.hash);
    expect(derived.plan).toMatchObject({
      createdAt: plan.createdAt,
      connection: plan.connection,
      customers: plan.customers - 2,
      leftOut: 2,
      counts: { ...plan.counts, update: plan.customers - 2, excluded: (plan.counts.excluded ?? 0) + 2 },
    });
    expect(derived.plan.samples[0]).not.toEqual(plan.samples[0]);
    const changes = (fields: typeof plan.fields) => fields.reduce((sum, field) => sum + field.changes, 0);
    expect(changes(derived.plan.fields)).toBeLessThan(changes(plan.fields));
    expect(stateNames(derived.states)).toEqual(
      states.map((state, row) => (updates.slice(0, 2).includes(row) ? 'excluded' : state)),
    );
    const left = await host.must('plan.row', { planId: derived.plan.planId, row: updates[0] ?? -1 });
    expect(left).toMatchObject({ state: 'excluded', message: LEFT_OUT_OF_PLAN, request: null });
    expect(await host.codeOf('plan.states', { planId: plan.planId })).toBe('plan_unknown');
    // A window that loads again has it too.
    const { sessionId } = plan;
    expect((await host.must('plan.current', { sessionId })).plan).toEqual(derived.plan);
  });

  it('come back in, and with all of them it is the plan of the dry run again', async () => {
    const { plan, states, updates } = await planned();
    const { sessionId: _, ...made } = plan;
    const [first = -1, second = -1] = updates;
    const two = await host.must('plan.leave_out', {
      planId: plan.planId,
      rows: [first, second],
      isOut: true,
    });
    const one = await host.must('plan.leave_out', { planId: two.plan.planId, rows: [first], isOut: false });
    expect(one.plan).toMatchObject({ customers: plan.customers - 1, leftOut: 1 });
    const all = await host.must('plan.leave_out', { planId: one.plan.planId, rows: [second], isOut: false });
    expect(all.plan).toEqual(made);
    expect(stateNames(all.states)).toEqual(states);
  });

  it('are not written; the approved hash and the count are those of the plan that is left', async () => {
    const { plan, updates } = await planned();
    const [out = -1] = updates;
    const derived = await host.must('plan.leave_out', { planId: plan.planId, rows: [out], isOut: true });
    const { planId, hash } = derived.plan;
    const customers = plan.customers - 1;
    expect(await host.codeOf('run.start', { planId, customers: plan.customers })).toBe('other_count');
    expect(await host.codeOf('run.start', { planId, customers, approvedHash: plan.hash })).toBe(
      'not_approved',
    );
    await host.must('run.start', { planId, customers, approvedHash: hash });
    await ended();
    expect((await statesOf(host, planId))[out]).toBe('excluded');
    expect(await host.codeOf('plan.leave_out', { planId, rows: [out], isOut: false })).toBe('plan_spent');
    // Read from the run's own files, where the plan that was applied is kept.
    const { entries } = await host.must('history.list', { search: '' });
    expect(entries.map(({ kind }) => kind)).toEqual(['run']);
    const { rows } = await host.must('history.rows', {
      kind: 'run',
      id: entries[0]?.id ?? '',
      from: out,
      most: 1,
      search: '',
    });
    expect(rows[0]).toMatchObject({ message: LEFT_OUT_OF_PLAN });
    const csv = readFileSync((await host.must('report.save', { planId, kind: 'csv' }))?.path ?? '', 'utf8');
    expect(csv).toContain(LEFT_OUT_OF_PLAN);
  });

  it('that are edited are stale, in or out of the plan', async () => {
    const { plan, updates } = await planned();
    const [out = -1, edited = -1] = updates;
    const derived = await host.must('plan.leave_out', { planId: plan.planId, rows: [out], isOut: true });
    const operation = {
      kind: 'set_cells',
      changes: [out, edited].map((row) => ({ row, column: 1, before: '', after: 'x' })),
    } as const;
    await host.must('session.record', { sessionId: plan.sessionId, revision: 1, operation });
    const { planId } = derived.plan;
    const back = await host.must('plan.leave_out', { planId, rows: [out], isOut: false });
    expect([out, edited].map((row) => stateNames(back.states)[row])).toEqual(['stale', 'stale']);
    const left = await host.must('plan.leave_out', { planId: back.plan.planId, rows: [edited], isOut: true });
    expect(left.plan.leftOut).toBe(0);
    expect(stateNames(left.states)[edited]).toBe('stale');
  });
});

describe('what is put on the clipboard about a row', () => {
  it('is made by the host: the request, a command without the key, and nothing of other rows', async () => {
    const { plan, updates, unchanged } = await planned();
    const { planId } = plan;
    const [row = -1] = updates;
    const { customerId } = await host.must('plan.row', { planId, row });
    await host.must('plan.copy', { planId, row, what: 'request' });
    await host.must('plan.copy', { planId, row, what: 'curl' });
    expect(host.copied[0]).toMatch(new RegExp(`^PATCH /customers/${customerId}\\n\\n\\{`));
    expect(host.copied[1]).toContain(`${plan.connection.baseUrl}/customers/${customerId}'`);
    expect(host.copied[1]).toContain('Bearer $ATLAS_KEY');
    expect(host.copied.join('')).not.toContain('sk_test');
    expect(await host.codeOf('plan.copy', { planId, row: unchanged, what: 'curl' })).toBe('nothing_to_copy');
    expect(await host.codeOf('plan.copy', { planId, row, what: { requestIdOf: 1 } })).toBe('nothing_to_copy');
    expect(host.copied).toHaveLength(2);
  });
});
