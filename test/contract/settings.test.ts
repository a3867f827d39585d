import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

const ROWS = 12;

let folder: string;
let server: PracticeServer;
let host: TestHost;
let connectionId: string;
let reports = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-settings-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  await open();
});

afterEach(async () => {
  await host.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(): Promise<void> {
  host = await startTestHost({ folder, chooseReport: () => join(folder, `report-${reports++}.json`) });
}

async function planned(key: string, rows = ROWS) {
  ({ connectionId } = await host.must('connection.add', { name: 'Finance', baseUrl: server.baseUrl, key }));
  const lines = server
    .customers()
    .slice(0, rows)
    .map(({ id }, row) => `${id},+1 617 555 ${String(row).padStart(4, '0')}`);
  const text = `Customer ID,Phone\n${lines.join('\n')}\n`;
  const { sessionId } = await host.must('session.import_text', { name: 'phones.csv', text });
  return await host.must('plan.make', { sessionId, revision: 0, connectionId });
}

const lastBatch = () => host.events('run.batch').at(-1);

async function untilOver(): Promise<void> {
  await vi.waitFor(() => expect(lastBatch()?.end ?? null).not.toBeNull(), { timeout: 20_000, interval: 20 });
}

/** Of its journal, as the report for machines has them. */
async function settingsInReport(planId: string): Promise<unknown> {
  const saved = await host.must('report.save', { planId, kind: 'json' });
  const text = readFileSync(saved?.path ?? '', 'utf8');
  const { run } = JSON.parse(text) as { readonly run: { readonly start: { readonly settings: unknown } } };
  return run.start.settings;
}

async function printed(planId: string): Promise<string> {
  const saved = await host.must('report.save', { planId, kind: 'html' });
  return readFileSync(saved?.path ?? '', 'utf8');
}

describe('settings', () => {
  it('are as usual until somebody chooses, and hold after a restart', async () => {
    expect((await host.must('app.start', {})).settings).toEqual({
      work: USUAL_WORK_SETTINGS,
      theme: 'system',
      contrast: 'system',
      keepDays: 'for_ever',
    });
    await host.must('settings.change', { work: { pilotRows: 9 }, theme: 'dark' });
    const held = await host.must('settings.change', { work: { concurrency: 2 }, keepDays: 90 });
    const chosen = {
      work: { ...USUAL_WORK_SETTINGS, pilotRows: 9, concurrency: 2 },
      theme: 'dark',
      contrast: 'system',
      keepDays: 90,
    };
    expect(held).toEqual(chosen);
    await host.close();
    await open();
    expect((await host.must('app.start', {})).settings).toEqual(chosen);
  });

  it('out of bounds are not taken', async () => {
    await expect(host.invoke('settings.change', { work: { shareLive: 101 } })).rejects.toThrow(/malformed/);
    await expect(host.invoke('settings.change', { work: { pilotRows: 1.5 } })).rejects.toThrow(/malformed/);
    expect((await host.must('app.start', {})).settings.work).toEqual(USUAL_WORK_SETTINGS);
  });

  it('that can’t be kept hold all the same, and that is said', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const other = await startTestHost({ folder: join(folder, 'in-the-way', 'data') });
    const result = await other.invoke('settings.change', { theme: 'dark' });
    expect(result).toMatchObject({ ok: false, error: { code: 'setting_not_kept' } });
    expect((await other.must('app.start', {})).settings.theme).toBe('dark');
    await other.close();
  });

  it('are used by the run that begins after they were chosen, and told in its report', async () => {
    await host.must('settings.change', {
      work: {
        pilotRows: 2,
        rowsReadEach: 0,
        freshnessSeconds: 90,
        concurrency: 3,
        triesPerRow: 2,
        pauseShare: 60,
      },
    });
    const { planId, customers } = await planned('sk_live_practice');
    const { runId } = await host.must('run.start', { planId, customers, reason: 'FIN-1234' });
    await vi.waitFor(() => expect(lastBatch()?.pausedBy).toBe('pilot_done'), { timeout: 10_000 });
    expect(server.commits()).toHaveLength(2);
    await host.must('run.resume', { runId });
    await untilOver();
    expect(await settingsInReport(planId)).toMatchObject({
      pilotRows: 2,
      concurrency: 3,
      triesPerRow: 2,
      freshness: { kind: 'within', ms: 90_000 },
      breaker: { mostShare: 0.6 },
    });
    expect(await printed(planId)).toContain('read at most 90 seconds before it was written');
  });

  it('chosen while a run is on are those of the next one', async () => {
    const { planId, customers } = await planned('sk_live_practice');
    const { runId } = await host.must('run.start', { planId, customers, reason: 'FIN-1234' });
    await vi.waitFor(() => expect(lastBatch()?.pausedBy).toBe('pilot_done'), { timeout: 10_000 });
    await host.must('settings.change', { work: { pilotRows: 8, triesPerRow: 1 } });
    await host.must('run.resume', { runId });
    await untilOver();
    expect(await settingsInReport(planId)).toMatchObject({ pilotRows: 5, triesPerRow: 5 });
  });

  it('bound how long a request may take', async () => {
    await host.must('settings.change', { work: { phaseSeconds: 5, totalSeconds: 10 } });
    server.scriptFaults([
      {
        name: 'never answers',
        match: { method: 'GET' },
        when: { kind: 'first', count: 1 },
        effect: { kind: 'delay', ms: 25_000, before: 'answer' },
      },
    ]);
    const startedAt = Date.now();
    await planned('sk_test_practice', 2);
    const tookMs = Date.now() - startedAt;
    expect(tookMs).toBeGreaterThan(4_500);
    expect(tookMs).toBeLessThan(20_000);
  });

  it('say how much of the rate is used', async () => {
    server.setRateLimit(600);
    await host.must('settings.change', { work: { shareTest: 20 } });
    await planned('sk_test_practice', 4);
    const { sessionId } = await host.must('session.import_text', {
      name: 'more.csv',
      text: `Customer ID,Phone\n${server
        .customers()
        .slice(20, 40)
        .map(({ id }) => `${id},+1 617 555 0100`)
        .join('\n')}\n`,
    });
    const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const { customers, planId } = plan;
    const beganAt = server.requests().length;
    await host.must('run.start', { planId, customers, reason: 'FIN-1234' });
    await untilOver();
    const times = server
      .requests()
      .slice(beganAt)
      .map(({ arrivedAt }) => arrivedAt);
    const minutes = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 60_000;
    // 20 % of 600; at the usual share it would be 570.
    expect((times.length - 1) / minutes).toBeLessThan(170);
  });
});
