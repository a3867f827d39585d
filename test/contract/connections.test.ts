import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { expectNowhere, turningVault as vault } from './support/keys.ts';
import { plannedSample } from './support/planned-sample.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

const OLD_KEY = 'sk_test_old_canary_5d0b6c17';
const NEW_KEY = 'sk_live_new_canary_9a3e4f28';

let folder: string;
let server: PracticeServer;
let host: TestHost;
let connectionId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-connections-'));
  server = await startPracticeServer({
    rateLimit: Number.POSITIVE_INFINITY,
    keys: [OLD_KEY, NEW_KEY],
    latencyMs: 20,
  });
  host = await startTestHost({ folder, vault });
  const connection = { name: 'Finance', baseUrl: server.baseUrl, key: OLD_KEY };
  ({ connectionId } = await host.must('connection.add', connection));
});

afterEach(async () => {
  await host.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function planned(rows = 3) {
  const lines = server
    .customers()
    .slice(0, rows)
    .map(({ id }, row) => `${id},+1 617 555 ${String(row).padStart(4, '0')}`);
  const text = `Customer ID,Phone\n${lines.join('\n')}\n`;
  const { sessionId } = await host.must('session.import_text', { name: 'phones.csv', text });
  return await host.must('plan.make', { sessionId, revision: 0, connectionId });
}

async function started(rows: number): Promise<string> {
  const { planId, customers } = await planned(rows);
  const { runId } = await host.must('run.start', { planId, customers });
  await vi.waitFor(() => expect(host.events('run.batch').length).toBeGreaterThan(0), { timeout: 10_000 });
  return runId;
}

const updates = (): number => server.requests().filter(({ method }) => method === 'PATCH').length;

describe('another name', () => {
  it('is shown and kept, and changes nothing else', async () => {
    const before = (await host.must('app.start', {})).connections[0];
    const renamed = await host.must('connection.rename', { connectionId, name: '  Accounts  ' });
    expect(renamed).toEqual({ ...before, name: 'Accounts' });
    const { planId, customers } = await planned();
    expect(await host.codeOf('run.start', { planId, customers })).toBe('done');
    await host.close();
    host = await startTestHost({ folder, vault });
    expect((await host.must('app.start', {})).connections).toEqual([renamed]);
  });
});

describe('another key', () => {
  it('takes the place of the old one, which is nowhere any more, and says what mode it is', async () => {
    const replaced = await host.must('connection.replace_key', { connectionId, key: NEW_KEY });
    expect(replaced).toMatchObject({ connectionId, name: 'Finance', mode: 'LIVE', keyLastFour: '4f28' });
    const kept = readFileSync(join(folder, 'settings.json'), 'utf8');
    expect(kept).toContain(await vault.seal(NEW_KEY));
    expect(kept).not.toContain(await vault.seal(OLD_KEY));
    await planned();
    expect(server.requests().at(-1)?.keyLastFour).toBe('4f28');
    await host.close();
    for (const key of [OLD_KEY, NEW_KEY]) expectNowhere(key, folder, host.crossed);
    host = await startTestHost({ folder, vault });
    expect((await host.must('app.start', {})).connections).toEqual([replaced]);
  });

  it('applies nothing that was planned with the old one', async () => {
    const { planId, customers } = await planned();
    await host.must('connection.replace_key', { connectionId, key: NEW_KEY });
    expect(await host.codeOf('run.start', { planId, customers })).toBe('plan_unknown');
    expect(updates()).toBe(0);
  });

  it('leaves nothing to be applied of a dry run that was on meanwhile', async () => {
    const planning = planned().catch((error: unknown) => String(error));
    await vi.waitFor(() => expect(server.requests().length).toBeGreaterThan(0), { interval: 1 });
    await host.must('connection.replace_key', { connectionId, key: NEW_KEY });
    expect(await planning).toMatch(/key_replaced/);
  });

  it('that is none is refused, and the old one stays', async () => {
    expect(await host.codeOf('connection.replace_key', { connectionId, key: 'no key' })).toBe(
      'connection_invalid',
    );
    expect((await host.must('app.start', {})).connections).toMatchObject([{ keyLastFour: '6c17' }]);
    await planned();
  });

  it('also replaces one that can’t be read on this computer any more', async () => {
    await host.close();
    host = await startTestHost({ folder, vault: { ...vault, unseal: () => Promise.resolve(undefined) } });
    expect(await host.codeOf('connection.test', { connectionId })).toBe('key_lost');
    await host.must('connection.replace_key', { connectionId, key: OLD_KEY });
    expect(await host.must('connection.test', { connectionId })).toMatchObject({ tone: 'good' });
  });

  it('is forgotten with the app where keys can’t be encrypted, and so is the old one’s cipher', async () => {
    await host.close();
    host = await startTestHost({ folder, vault: { ...vault, canKeep: () => Promise.resolve(false) } });
    const replaced = await host.must('connection.replace_key', { connectionId, key: NEW_KEY });
    expect(replaced.isKept).toBe(false);
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain(await vault.seal(OLD_KEY));
  });
});

describe('a connection that a run is on over', () => {
  it('keeps its key and its name until the run has ended', async () => {
    const runId = await started(60);
    const refused = [
      await host.codeOf('connection.replace_key', { connectionId, key: NEW_KEY }),
      await host.codeOf('connection.rename', { connectionId, name: 'Other' }),
      await host.codeOf('connection.remove', { connectionId }),
    ];
    expect(refused).toEqual(['connection_in_use', 'connection_in_use', 'connection_in_use']);
    await host.must('run.stop', { runId });
    await vi.waitFor(() => expect(host.events('run.batch').at(-1)?.end).not.toBeNull(), {
      timeout: 20_000,
    });
    expect(await host.codeOf('connection.replace_key', { connectionId, key: NEW_KEY })).toBe('done');
  });
});

describe('testing a connection’s key', () => {
  it('says in words what it may do', async () => {
    expect(await host.must('connection.test', { connectionId })).toEqual({
      tone: 'good',
      text: 'This key reads and writes.',
    });
    server.revokeKey(OLD_KEY);
    const rejected = await host.must('connection.test', { connectionId });
    expect(rejected.tone).toBe('bad');
    expect(rejected.text).toContain('rejected');
    expect(server.commits()).toEqual([]);
  });
});

describe('starting the practice server over', () => {
  it('brings the invented customers back, and drops what was planned on them', async () => {
    const first = await plannedSample(host);
    await host.must('run.start', { planId: first.planId, customers: first.customers });
    await vi.waitFor(() => expect(host.events('run.batch').at(-1)?.end ?? null).not.toBeNull(), {
      timeout: 20_000,
    });
    const { sessionId } = first;
    const practice = await host.must('practice.start', {});
    const again = { sessionId, revision: 0, connectionId: practice.connectionId };
    const written = await host.must('plan.make', again);
    expect(written.customers).toBeLessThan(first.customers);

    await host.must('practice.reset', {});
    expect(await host.codeOf('plan.states', { planId: written.planId })).toBe('plan_unknown');
    expect(await host.must('plan.current', { sessionId })).toMatchObject({ plan: null });
    const anew = await host.must('plan.make', again);
    expect(anew.hash).toBe(first.hash);
  });

  it('waits for a run or a dry run that is on', async () => {
    const { connectionId: practiceId } = await host.must('practice.start', {});
    const { sessionId } = await host.must('session.import_sample', {});
    const planning = host.must('plan.make', { sessionId, revision: 0, connectionId: practiceId });
    await vi.waitFor(async () => {
      expect(await host.must('plan.current', { sessionId })).toMatchObject({ isPlanning: true });
    });
    expect(await host.codeOf('practice.reset', {})).toBe('planning_on');
    const { planId, customers } = await planning;
    const { runId } = await host.must('run.start', { planId, customers });
    expect(await host.codeOf('practice.reset', {})).toBe('run_on');
    await host.must('run.stop', { runId });
    await vi.waitFor(async () => expect(await host.codeOf('practice.reset', {})).toBe('done'), {
      timeout: 20_000,
    });
  });

  it('leaves plans of other connections alone', async () => {
    await host.must('practice.start', {});
    const { planId, customers } = await planned();
    await host.must('practice.reset', {});
    expect(await host.codeOf('run.start', { planId, customers })).toBe('done');
  });
});
