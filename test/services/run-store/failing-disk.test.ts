import { describe, expect, it } from 'vitest';
import { type RunEvent, RunReducer } from '../../../src/core/run.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles } from '../../../src/services/run-store/run-store.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { type DiskOperation, FragileDisk } from '../support/fragile-disk.ts';
import { alone, phones, RUN_ID } from '../support/kept-runs.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { planOf, start } from '../support/running.ts';

const ROWS = 3;
const PHONE = '+16175550199';
const DATA = '/data';

interface Failure {
  readonly operation: DiskOperation;
  readonly nth: number;
  readonly error: string;
  /** The failing write leaves a part of itself. */
  readonly isTorn: boolean;
}

/** A small run, one row after the other, on a disk that fails once and works again afterwards. */
async function runWith({ operation, nth, error, isTorn }: Failure) {
  const practice = await practiceWith({ customers: customers(ROWS) });
  const connected = connect(practice);
  const plan = await planOf(phones(ROWS, PHONE), connected);
  const disk = FragileDisk.withFolder(DATA);
  let count = 0;
  let isTearing = false;
  let requestsThen: number | undefined;
  disk.onOperation = (what) => {
    if (what !== operation) return undefined;
    count++;
    if (count === nth && isTorn) {
      isTearing = true;
      return 5;
    }
    const isFailing = isTearing || (count === nth && !isTorn);
    isTearing = false;
    if (!isFailing) return undefined;
    requestsThen = practice.requests().length;
    throw new Error(error);
  };
  const host = alone(disk);
  const shown: RunEvent[] = [];
  let createError: unknown;
  const files = await createRunFiles(DATA, RUN_ID, plan, host).catch((reason: unknown) => {
    createError = reason;
  });
  const state = files
    ? await start(plan, connected, {
        journal: files.journal,
        settings: { concurrency: 1 },
        onEvent: (event) => shown.push(event),
      }).done
    : undefined;
  await files?.close();
  return { practice, plan, host, disk, shown, state, createError, requestsThen, count };
}

/** Says whether the failure was met. */
async function check(failure: Failure): Promise<boolean> {
  const { practice, plan, host, disk, state, createError, requestsThen } = await runWith(failure);
  if (requestsThen === undefined) return false;
  const what = JSON.stringify(failure);
  expect(practice.requests().length, what).toBe(requestsThen);
  for (const found of [host, alone(disk.afterCut(() => 0.5))]) {
    const read = await readRun(DATA, RUN_ID, found);
    if (!state) {
      expect(String(createError), what).toContain(failure.error);
      expect(writesTo(practice), what).toStrictEqual([]);
      // Not begun, or begun without a row at work.
      if (read.ok) expect(read.value.events, what).toStrictEqual([]);
      else expect(read.error.code, what).toBe('unknown_run');
      continue;
    }
    if (!read.ok) throw new Error(`${what}: ${read.error.code}`);
    const reducer = new RunReducer(plan);
    for (const event of read.value.events) reducer.apply(event);
    for (const [row, { outcome }] of state.rows) {
      const isWritten = practice.customer(idOf(row + 1))?.phone === PHONE;
      expect(isWritten ? ['applied', 'unknown'] : ['not_attempted'], what).toContain(outcome?.state);
      const kept = reducer.state.rows.get(row);
      if (isWritten) expect(kept?.attempts.length, what).toBe(1);
      if (kept?.outcome) expect(kept.outcome, what).toStrictEqual(JSON.parse(JSON.stringify(outcome)));
    }
  }
  return true;
}

const CASES: readonly Omit<Failure, 'nth'>[] = [
  { operation: 'append', error: 'ENOSPC: no space left on device', isTorn: true },
  { operation: 'append', error: 'ENOSPC: no space left on device', isTorn: false },
  { operation: 'append', error: 'EIO: i/o error', isTorn: false },
  { operation: 'sync', error: 'EIO: i/o error', isTorn: false },
  { operation: 'sync_folder', error: 'EIO: i/o error', isTorn: false },
  { operation: 'create', error: 'ENOSPC: no space left on device', isTorn: false },
  { operation: 'rename', error: 'EIO: i/o error', isTorn: false },
  { operation: 'make_folders', error: 'ENOSPC: no space left on device', isTorn: false },
];

describe('a disk that fails: no request leaves afterwards, every row ends truly, and the journal reads back', () => {
  it.each(CASES)(
    'at any $operation of a small run ($error, torn: $isTorn)',
    async (failing) => {
      let nth = 1;
      while (await check({ ...failing, nth })) nth++;
      // The plan, then eight times records that share a sync, each with a mark.
      const least = { append: 17, sync: 9, sync_folder: 2, create: 2 };
      expect(nth - 1).toBeGreaterThanOrEqual(
        failing.operation in least ? least[failing.operation as keyof typeof least] : 1,
      );
    },
    60_000,
  );
});
