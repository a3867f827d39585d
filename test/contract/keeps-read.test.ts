import { afterEach, beforeEach, expect, it } from 'vitest';
import { PRACTICE_KEY } from '../../src/practice/for-practising.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

let host: TestHost;
let practice: PracticeServer;

beforeEach(async () => {
  host = await startTestHost();
  practice = await startPracticeServer({ size: 5_000, rateLimit: Number.POSITIVE_INFINITY });
});

afterEach(async () => {
  await host.close();
  await practice.close();
});

/** A sheet of four customers that would get another phone number, dry-run. */
async function planned() {
  const ids = practice
    .customers()
    .slice(0, 4)
    .map(({ id }) => id);
  const text = `customer_id,phone\n${ids.map((id, row) => `${id},+1 617 555 010${row}`).join('\n')}\n`;
  const { sessionId } = await host.must('session.import_text', { name: 'pasted', text });
  const { connectionId } = await host.must('connection.add', {
    name: 'Practice',
    baseUrl: practice.baseUrl,
    key: PRACTICE_KEY,
  });
  const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
  return { sessionId, connectionId, ids, plan };
}

/** What is asked while something is done. */
async function asked(act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = practice.requests().length;
  await act();
  return practice
    .requests()
    .slice(before)
    .map(({ method, path }) => `${method} ${path}`);
}

const edit = (sessionId: string, revision: number, row: number, after: string) =>
  host.must('session.record', {
    sessionId,
    revision,
    operation: { kind: 'set_cells', changes: [{ row, column: 1, before: '', after }] },
  });

it('a dry run again reads only the customers of rows that were edited, and says so', async () => {
  const { sessionId, connectionId, ids, plan } = await planned();
  expect(plan.reading).toEqual({ read: 4, known: 0, since: plan.createdAt });
  await edit(sessionId, 1, 2, '+1 617 555 0199');
  // A change at Atlas that is seen only by whoever reads.
  practice.writeDirectly(ids[1] ?? '', { phone: '+1 617 555 0101' });
  const input = { sessionId, revision: 1, connectionId };

  const requests = await asked(async () => {
    const again = await host.must('plan.make', { ...input, keepsRead: true });
    expect(again).toMatchObject({ customers: 4, reading: { read: 1, known: 3 } });
    expect(Date.parse(again.reading.since)).toBeLessThanOrEqual(Date.parse(plan.createdAt));
  });
  expect(requests).toEqual(['GET /customers', `GET /customers/${ids[2]}`]);

  const all = await asked(async () => {
    expect(await host.must('plan.make', input)).toMatchObject({
      customers: 3,
      reading: { read: 4, known: 0 },
    });
  });
  expect(all).toHaveLength(5);
});

it('nothing is known over another key, or after a run', async () => {
  const { sessionId, connectionId, plan } = await planned();
  const { connectionId: other } = await host.must('connection.add', {
    name: 'Another',
    baseUrl: practice.baseUrl.replace('127.0.0.1', 'localhost'),
    key: PRACTICE_KEY,
  });
  const input = { sessionId, revision: 0, keepsRead: true };
  const elsewhere = await host.must('plan.make', { ...input, connectionId: other });
  expect(elsewhere.reading).toMatchObject({ read: 4, known: 0 });
  const here = await host.must('plan.make', { ...input, connectionId });
  expect(here.reading).toMatchObject({ read: 4, known: 0 });
  expect(here.planId).not.toBe(plan.planId);
  await host.must('run.start', { planId: here.planId, customers: 4 });
  await expect.poll(() => host.events('run.batch').at(-1)?.end?.how, { timeout: 20_000 }).toBe('completed');
  const after = await host.must('plan.make', { ...input, connectionId });
  expect(after.reading).toMatchObject({ read: 4, known: 0 });
  expect(after.counts).toEqual({ unchanged: 4 });
});
