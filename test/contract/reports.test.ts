import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { REPORT_KINDS, type ReportKind } from '../../src/core/report-kind.ts';
import { PRACTICE_KEY } from '../../src/practice/for-practising.ts';
import { startPracticeServer } from '../../src/practice/server.ts';
import { formsOf } from '../support/canary.ts';
import { plannedSample } from './support/planned-sample.ts';
import { type ReportingHost, startReportingHost } from './support/reporting-host.ts';

let host: ReportingHost;

beforeEach(async () => {
  host = await startReportingHost();
});

afterEach(() => host.close());

async function saved(
  planId: string,
  kind: ReportKind,
): Promise<{ readonly path: string; readonly text: string }> {
  const { path } = (await host.must('report.save', { planId, kind })) ?? { path: '' };
  return { path, text: readFileSync(path, 'utf8') };
}

async function ended(): Promise<void> {
  await vi.waitFor(() => expect(host.events('run.batch').at(-1)?.end).toBeTruthy(), {
    timeout: 20_000,
    interval: 20,
  });
}

async function codeOfStart(input: {
  planId: string;
  customers: number;
  approvedHash?: string;
}): Promise<string> {
  const started = await host.invoke('run.start', input);
  return started.ok ? 'done' : started.error.code;
}

describe('a dry run', () => {
  it('can be saved for approval before anything is applied, and is called what it is', async () => {
    const { planId, hash, customers } = await plannedSample(host);
    const html = await saved(planId, 'html');
    expect(html.path).toBe(join(host.reports, 'sample-edits dry run for approval.html'));
    expect(html.text).toContain(`<b>${hash.slice(0, 8)}</b>${hash.slice(8)}`);
    expect(html.text).toContain(`${customers} customers would be changed`);
    const csv = await saved(planId, 'csv');
    expect(csv.path).toBe(join(host.reports, 'sample-edits dry run.csv'));
    expect(csv.text.startsWith('\ufeff')).toBe(true);
    expect(csv.text).toContain(`"plan ${hash.slice(0, 8)}"`);
    expect(host.events('run.batch')).toEqual([]);
  });

  it('is applied where the approved plan is this one, and refused where it is another', async () => {
    const { planId, hash, customers } = await plannedSample(host);
    const other = hash.startsWith('0') ? `1${hash.slice(1)}` : `0${hash.slice(1)}`;
    expect(await codeOfStart({ planId, customers, approvedHash: other })).toBe('not_approved');
    expect(await codeOfStart({ planId, customers, approvedHash: hash.slice(0, 7) })).toBe(
      'approval_unreadable',
    );
    expect(host.events('run.batch')).toEqual([]);
    expect(await codeOfStart({ planId, customers, approvedHash: hash.slice(0, 8).toUpperCase() })).toBe(
      'done',
    );
    await ended();
  });

  it('from which a row was edited since is another plan, on paper and when it is applied', async () => {
    const { planId, sessionId, hash, customers } = await plannedSample(host);
    const operation = { kind: 'exclude_rows', rows: [0] } as const;
    await host.must('session.record', { sessionId, revision: 1, operation });
    const left = customers - 1;
    expect(await codeOfStart({ planId, customers: left, approvedHash: hash })).toBe('not_approved');
    const { text } = await saved(planId, 'html');
    expect(text).not.toContain(hash.slice(8));
    expect(text).toContain(`${left} customers would be changed`);
    const [, begin = '', rest = ''] = /<code><b>(\w{8})<\/b>(\w{56})<\/code>/.exec(text) ?? [];
    expect(await codeOfStart({ planId, customers: left, approvedHash: begin + rest })).toBe('done');
    await ended();
  });

  it('is copied as totals', async () => {
    const { planId, hash } = await plannedSample(host);
    await host.must('report.copy_summary', { planId });
    expect(host.copied).toHaveLength(1);
    expect(host.copied[0]).toContain(hash);
    expect(host.copied[0]).toContain('sample-edits.csv');
  });
});

describe('everything, as JSON', () => {
  it('has the plan with its hash, settings, snapshots, and every attempt', async () => {
    const { planId, hash, customers } = await plannedSample(host);
    await host.must('run.start', { planId, customers });
    await ended();
    const { path, text } = await saved(planId, 'json');
    expect(path).toBe(join(host.reports, 'sample-edits report.json'));
    const { plan, run, rows } = JSON.parse(text) as {
      plan: { hash: string };
      run: { runId: string; start: { settings: object; operator: string; appVersion: string }; end: object };
      rows: {
        state: string;
        planned: { snapshot?: { customer: { id: string }; readAt: number }; body?: object };
        run?: { attempts: { body: object; answer: { requestId: string }; sentAt: string }[] };
      }[];
    };
    expect(plan.hash).toBe(hash);
    expect(run.start.settings).toMatchObject({ concurrency: 4, freshness: { kind: 'each_attempt' } });
    expect(run.start.appVersion).toBe('0.0.0');
    const applied = rows.filter(({ state }) => state === 'applied');
    expect(applied.length).toBeGreaterThan(20);
    for (const { planned, run: ran } of applied) {
      expect(planned.snapshot?.customer.id).toBeTruthy();
      expect(ran?.attempts[0]?.body).toEqual(planned.body);
      expect(ran?.attempts[0]?.answer.requestId).toMatch(/^req_/);
    }
  });
});

/** Stands before the practice server, and tells everybody whose change it refuses the key it was sent. */
async function indiscreetServer(key: string): Promise<string> {
  const practice = await startPracticeServer({
    keys: [key, PRACTICE_KEY],
    rateLimit: Number.POSITIVE_INFINITY,
  });
  const server = createServer((request, response) => {
    void (async () => {
      const { authorization = '' } = request.headers;
      response.setHeader('content-type', 'application/json');
      if (request.method === 'PATCH') {
        const error = {
          type: 'invalid_request_error',
          code: 'refused',
          message: `Not with ${authorization}`,
        };
        response.writeHead(422).end(JSON.stringify({ error }));
        return;
      }
      const path = (request.url ?? '').replace('/functions/v1', '');
      const answer = await fetch(`${practice.baseUrl}${path}`, { headers: { authorization } });
      response.writeHead(answer.status).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await practice.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/functions/v1`;
}

describe('a key', () => {
  it('is in no report and no summary, also where a server repeats it', async () => {
    const key = 'sk_test_canary_5b1f0c8d51e2a94b7f36';
    const baseUrl = await indiscreetServer(key);
    const { connectionId } = await host.must('connection.add', { name: 'Canary', baseUrl, key });
    const { sessionId } = await host.must('session.import_sample', {});
    const { planId, customers } = await host.must('plan.make', { sessionId, revision: 0, connectionId });
    const before = await Promise.all(REPORT_KINDS.map((kind) => saved(planId, kind)));
    const { runId } = await host.must('run.start', { planId, customers });
    // Nothing is applied, so the run pauses to be looked at.
    await vi.waitFor(() => expect(host.events('run.batch').at(-1)?.ended).toBeGreaterThan(0), {
      timeout: 20_000,
    });
    await host.invoke('run.stop', { runId });
    await ended();
    const after = await Promise.all(REPORT_KINDS.map((kind) => saved(planId, kind)));
    await host.must('report.copy_summary', { planId });
    expect(after.find(({ path }) => path.endsWith('report.html'))?.text).toContain('Not with Bearer …7f36');
    const written = [...before, ...after].map(({ path, text }) => [path, Buffer.from(text)] as const);
    for (const [name, bytes] of [...written, ['summary', Buffer.from(host.copied.join())] as const]) {
      for (const form of formsOf(key)) expect(bytes.includes(form), `${name} holds the key`).toBe(false);
    }
  });
});
