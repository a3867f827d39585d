import { Agent } from 'undici';
import { importSheet } from '../../src/core/csv/import.ts';
import { printCsv } from '../../src/core/csv/print.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { mappingOf } from '../../src/core/mapping.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planRows } from '../../src/core/plan-rows.ts';
import { snapshotOf } from '../../src/core/snapshot.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { type Connection, connectionInfo } from '../../src/services/connection.ts';
import { FakeClock } from '../services/support/fake-clock.ts';
import { benchRun, connectTo, FORGETFUL, SHARE } from './bench-run.ts';
import type { Bench, Figure } from './harness.ts';
import { customerAtFirst, idOfCustomer, startTenant } from './simulated-tenant.ts';

const ROWS = 10_000;
const LIMIT_PER_MINUTE = 100;
const NEW_CUSTOMER_EVERY_MS = 10_000;
const PHONE = '+16175550199';
/** Since the dry run: nothing that it read is fresh any more. */
const REVIEW_MS = 10 * 60_000;

/** What a dry run by listing would have planned: rows all over the tenant, in another order than the listing's. */
function planFor(connection: Connection, size: number, readAt: number): Plan {
  const numbers = Array.from({ length: ROWS }, (_, row) => Math.floor((row * size) / ROWS));
  const shuffled = numbers.map((_, row) => numbers[(row * 7_919) % ROWS] ?? 0);
  const csv = printCsv([['id', 'phone'], ...shuffled.map((number) => [idOfCustomer(number), PHONE])]);
  const imported = importSheet(new TextEncoder().encode(csv));
  if (!imported.ok) throw new Error('The sheet should be readable');
  const mapping = mappingOf([
    { kind: 'key', by: 'id' },
    { kind: 'write', field: 'phone' },
  ]);
  const rows = planRows(
    validateSheet(unedited(imported.value.sheet), mapping),
    new Map(
      shuffled.map((number, row) => {
        const snapshot = { ...snapshotOf(customerAtFirst(number), [], readAt), position: number };
        return [row, { kind: 'found', snapshot }];
      }),
    ),
  );
  return {
    version: 1,
    id: 'plan',
    hash: 'hash',
    createdAt: '',
    connection: connectionInfo(connection),
    fileName: 'bench.csv',
    options: { copyBillingToShipping: false },
    rows,
  };
}

async function figuresFor(size: number, mostRequests: number): Promise<readonly Figure[]> {
  const clock = new FakeClock();
  const { now } = clock;
  const tenant = await startTenant({
    size,
    now,
    rateLimit: LIMIT_PER_MINUTE,
    newEveryMs: NEW_CUSTOMER_EVERY_MS,
  });
  const dispatcher = new Agent();
  try {
    const { baseUrl } = tenant;
    const { connection, client } = connectTo({ baseUrl, key: 'sk_test_practice' }, dispatcher, clock);
    const plan = planFor(connection, size, clock.now());
    clock.advance(REVIEW_MS);
    const from = clock.now();
    const state = await benchRun(plan, { client, journal: FORGETFUL, clock });
    const minutes = (clock.now() - from) / 60_000;
    const isDone = [...state.rows.values()].every(({ outcome }) => outcome?.state === 'applied');
    if (!isDone || tenant.withPhone(PHONE) !== ROWS) throw new Error('Not every row was applied');
    const customers = new Intl.NumberFormat('en-US').format(size);
    const requests = tenant.requests();
    return [
      {
        name: `requests per changed row, 10,000 rows, tenant of ${customers}, freshness 60 s`,
        value: requests / ROWS,
        unit: 'requests',
        bound: { kind: 'at most', value: mostRequests },
      },
      {
        name: `share of the allowed rate used, tenant of ${customers}`,
        value: (100 * requests) / (minutes * LIMIT_PER_MINUTE * SHARE),
        unit: '%',
        bound: { kind: 'at least', value: 95 },
      },
      {
        name: `requests refused with 429, tenant of ${customers}`,
        value: tenant.refused(),
        unit: 'requests',
        bound: { kind: 'at most', value: 0 },
      },
    ];
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
}

/** All requests of a run, reading included, in simulated time against a simulated tenant over real HTTP. */
export const runRequests: Bench = {
  name: 'requests of a run',
  run: async () => [...(await figuresFor(12_000, 1.05)), ...(await figuresFor(1_000_000, 1.15))],
};
