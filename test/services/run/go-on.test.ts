import { expect, it } from 'vitest';
import { connectionInfo } from '../../../src/services/connection.ts';
import { keyFingerprintOf } from '../../../src/services/key-fingerprint.ts';
import { goOnWithRun } from '../../../src/services/run/go-on.ts';
import { holdAccount } from '../../../src/services/run-store/hold-account.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles, openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { unfinishedRuns } from '../../../src/services/run-store/unfinished-runs.ts';
import { type Connected, connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { keepRun, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { dies, outcomesOf, planOf } from '../support/running.ts';

const PHONES = [['id', 'phone'], ...[1, 2, 3, 4].map((number) => [idOf(number), '+16175550199'])];

/** The files of a run whose process died after a few records. */
async function diedInTheMiddle() {
  const practice = await practiceWith({
    customers: customers(9),
    keys: ['sk_test_old', 'sk_test_new', 'sk_live_1'],
  });
  const old = connect(practice, { key: 'sk_test_old' });
  const plan = await planOf(PHONES, old);
  const { events } = await dies(plan, old, { record: 5, isDurable: true });
  const dataFolder = await temporaryDataFolder();
  const files = await createRunFiles(dataFolder, RUN_ID, plan);
  for (const event of events) await files.journal.append(event);
  await files.close();
  return { practice, plan, events, dataFolder };
}

function goOn(dataFolder: string, { connection, client, clock }: Connected) {
  return goOnWithRun({
    dataFolder,
    runId: RUN_ID,
    connection: connectionInfo(connection),
    client,
    clock,
    random: () => 0.5,
    appVersion: '2',
    operator: 'sam',
    machine: 'desk',
    isAttended: true,
    keyFingerprint: keyFingerprintOf(connection),
    onEvent: () => undefined,
  });
}

/** Whether nobody has the run open any more, and its journal is as it was. */
async function isUntouched(dataFolder: string, records: number): Promise<boolean> {
  const opened = await openRunFiles(dataFolder, RUN_ID);
  if (!opened.ok) return false;
  await opened.value.close();
  return opened.value.events.length === records;
}

it('a run that died is offered, and goes on with another key of its account', async () => {
  const { practice, plan, events, dataFolder } = await diedInTheMiddle();
  expect(await unfinishedRuns(dataFolder)).toMatchObject([
    { runId: RUN_ID, total: 4, fileName: 'sheet.csv' },
  ]);

  const run = await goOn(dataFolder, connect(practice, { key: 'sk_test_new' }));
  if (!run.ok) throw new Error(run.error);
  expect(await unfinishedRuns(dataFolder)).toStrictEqual([]);
  const state = await run.value.done;

  expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
  const kept = await readRun(dataFolder, RUN_ID);
  expect(kept.ok && kept.value.events[events.length]).toMatchObject({ kind: 'run_resumed', operator: 'sam' });
  expect(kept.ok && kept.value.events.at(-1)).toMatchObject({ kind: 'run_ended', end: 'completed' });
  expect(await unfinishedRuns(dataFolder)).toStrictEqual([]);
});

it('a run is not gone on with in another mode: nothing is sent, and its files are as they were', async () => {
  const { practice, events, dataFolder } = await diedInTheMiddle();
  const before = writesTo(practice).length;
  const refused = await goOn(dataFolder, connect(practice, { key: 'sk_live_1' }));
  expect(!refused.ok && refused.error).toContain('other mode');
  expect(await isUntouched(dataFolder, events.length)).toBe(true);
  expect(writesTo(practice)).toHaveLength(before);
});

it('a run is not gone on with while another one is on with its key', async () => {
  const { practice, events, dataFolder } = await diedInTheMiddle();
  const connected = connect(practice, { key: 'sk_test_old' });
  const { connection } = connected;
  const other = await holdAccount(dataFolder, {
    baseUrl: connection.baseUrl,
    keyFingerprint: keyFingerprintOf(connection),
    runId: 'run-2',
  });
  const refused = await goOn(dataFolder, connected);
  expect(!refused.ok && refused.error).toContain('Another run is on');
  expect(await isUntouched(dataFolder, events.length)).toBe(true);

  if (other.ok) await other.value.release();
  const run = await goOn(dataFolder, connected);
  expect(run.ok && (await run.value.done).end?.how).toBe('completed');
});

it('a run that is complete is neither offered nor gone on with', async () => {
  const dataFolder = await temporaryDataFolder();
  const { connected } = await keepRun(dataFolder, 3);
  expect(await unfinishedRuns(dataFolder)).toStrictEqual([]);
  const refused = await goOn(dataFolder, connected);
  expect(!refused.ok && refused.error).toContain('complete');
});
