import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { Agent } from 'undici';
import { importSheet } from '../../src/core/csv/import.ts';
import { printCsv } from '../../src/core/csv/print.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { mappingOf } from '../../src/core/mapping.ts';
import { type Plan, updatesOf } from '../../src/core/plan.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { startPracticeServer } from '../../src/practice/server.ts';
import { systemClock } from '../../src/services/clock.ts';
import { type Connection, connectionInfo } from '../../src/services/connection.ts';
import { dryRun } from '../../src/services/dry-run/dry-run.ts';
import type { PacedClient } from '../../src/services/paced-client.ts';
import type { Journal } from '../../src/services/run/runner.ts';
import { defaultRunSettings } from '../../src/services/run/settings.ts';
import { createRunFiles } from '../../src/services/run-store/run-store.ts';
import { benchRun, connectTo, FORGETFUL } from './bench-run.ts';
import { type Bench, medianRatio, timeInTurn } from './harness.ts';

const ROWS = 2_000;
const ROUNDS = 5;
const KEY = 'sk_test_practice';

/** The server runs beside what is measured, as it does in life, and not in its event loop. */
if (!isMainThread) {
  const { baseUrl } = await startPracticeServer({ size: ROWS, rateLimit: Infinity });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Ports of workers have no origin.
  parentPort?.postMessage(baseUrl);
}

async function startServer(): Promise<{ readonly baseUrl: string; readonly worker: Worker }> {
  const worker = new Worker(new URL(import.meta.url));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { baseUrl, worker };
}

/** Every customer of the tenant gets another phone number and postal code. */
async function planFor(connection: Connection, client: PacedClient): Promise<Plan> {
  const page = async (offset: number) => {
    const answer = await client.listCustomers({ limit: 1_000, offset });
    return answer.kind === 'ok' ? answer.value.snapshots.map(({ customer }) => customer.id) : [];
  };
  const ids = [...new Set([...(await page(0)), ...(await page(1_000))])];
  const rows = ids.map((id, index) => [id, `+1617${5_550_000 + index}`, String(70_000 + index)]);
  const imported = importSheet(new TextEncoder().encode(printCsv([['id', 'phone', 'zip'], ...rows])));
  if (!imported.ok) throw new Error('The sheet should be readable');
  const mapping = mappingOf([
    { kind: 'key', by: 'id' },
    { kind: 'write', field: 'phone' },
    { kind: 'write', field: 'billing_address.postal_code' },
  ]);
  const plan = await dryRun({
    validated: validateSheet(unedited(imported.value.sheet), mapping),
    connection: connectionInfo(connection),
    fileName: 'bench.csv',
    newId: () => 'plan',
    client,
    concurrency: 4,
    patience: { clock: systemClock, random: Math.random, tries: 5 },
  });
  if (!plan.ok) throw new Error(`No plan: ${plan.error.code}`);
  return plan.value;
}

/** The plan as if its customers had been read just now, so that every round is as fresh as the first. */
function readJustNow(plan: Plan): Plan {
  const readAt = Date.now();
  return {
    ...plan,
    rows: plan.rows.map((row) =>
      row.action === 'update' && row.snapshot ? { ...row, snapshot: { ...row.snapshot, readAt } } : row,
    ),
  };
}

async function runOnce(plan: Plan, client: PacedClient, journal: Journal): Promise<void> {
  const state = await benchRun(readJustNow(plan), { client, journal, clock: systemClock });
  for (const { outcome } of state.rows.values()) {
    if (outcome?.state !== 'applied') throw new Error(`A row ended ${outcome?.state}`);
  }
}

/** What anybody would write first: the same bodies, as many at a time, and no look at the answers. */
async function bareLoop(plan: Plan, baseUrl: string): Promise<void> {
  const limit = pLimit(defaultRunSettings(ROWS, 'TEST').concurrency);
  await Promise.all(
    updatesOf(plan).map(({ customerId, body }) =>
      limit(async () => {
        const response = await fetch(`${baseUrl}/customers/${customerId}`, {
          method: 'PATCH',
          headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        await response.text();
        if (!response.ok) throw new Error(`Answered ${response.status}`);
      }),
    ),
  );
}

/** A run with its journal on the disk, and one whose journal forgets, against the bare loop. */
export const runnerThroughput: Bench = {
  name: 'runner throughput',
  run: async () => {
    const { baseUrl, worker } = await startServer();
    const folder = await mkdtemp(join(tmpdir(), 'throughput-'));
    const dispatcher = new Agent();
    try {
      const { connection, client } = connectTo({ baseUrl, key: KEY }, dispatcher, systemClock);
      const plan = await planFor(connection, client);
      let round = 0;
      const loop = () => bareLoop(plan, baseUrl);
      const journalled = await timeInTurn(
        loop,
        async () => {
          const files = await createRunFiles(folder, `run-${round++}`, plan);
          await runOnce(plan, client, files.journal);
          await files.close();
        },
        ROUNDS,
      );
      const unjournalled = await timeInTurn(loop, () => runOnce(plan, client, FORGETFUL), ROUNDS);
      return [
        {
          name: 'run of 2,000 rows with its journal on the disk, against a bare fetch + p-limit loop',
          value: medianRatio(journalled),
          // No bound: it is the disk's time for a sync, against a network without any distance.
          unit: '×',
        },
        {
          name: 'the same without a journal',
          value: medianRatio(unjournalled),
          unit: '×',
          bound: { kind: 'at most', value: 2 },
        },
      ];
    } finally {
      await dispatcher.destroy();
      await worker.terminate();
      await rm(folder, { recursive: true });
    }
  },
};
