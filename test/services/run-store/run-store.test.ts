import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Plan, PlannedUpdate } from '../../../src/core/plan.ts';
import { runFaultText } from '../../../src/core/words/run-faults.ts';
import { hashOf } from '../../../src/services/dry-run/dry-run.ts';
import { encodeMark, encodeRecord } from '../../../src/services/log/record.ts';
import { listRuns } from '../../../src/services/run-store/list-runs.ts';
import { encodePlan } from '../../../src/services/run-store/plan-file.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles, openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { connect } from '../support/connect.ts';
import { customers } from '../support/customers.ts';
import { keepRun, phones, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';
import { practiceWith } from '../support/practice.ts';
import { planOf, start } from '../support/running.ts';

const pathIn = (dataFolder: string, name: string): string => join(dataFolder, 'runs', RUN_ID, name);

async function plainPlan(rows: number): Promise<Plan> {
  return await planOf(phones(rows), connect(await practiceWith({ customers: customers(rows) })));
}

/** Why a run can't be read, in words. */
async function complaint(dataFolder: string): Promise<string> {
  const read = await readRun(dataFolder, RUN_ID);
  const opened = await openRunFiles(dataFolder, RUN_ID);
  if (opened.ok) await opened.value.close();
  if (read.ok || opened.ok) return 'none';
  expect(opened.error).toStrictEqual(read.error);
  expect(await listRuns(dataFolder)).toStrictEqual([{ kind: 'damaged', runId: RUN_ID, fault: read.error }]);
  return runFaultText(read.error);
}

describe('a kept run', () => {
  it('is read as it was, whole, while nobody and while somebody has it open', async () => {
    const dataFolder = await temporaryDataFolder();
    const { plan, state } = await keepRun(dataFolder, 30);
    const read = await readRun(dataFolder, RUN_ID);
    if (!read.ok) throw new Error(runFaultText(read.error));
    expect(read.value.plan).toStrictEqual(JSON.parse(JSON.stringify(plan)));
    expect(read.value.events.filter(({ kind }) => kind === 'ended')).toHaveLength(state.rows.size);
    expect(read.value.isOpenElsewhere).toBe(false);

    const opened = await openRunFiles(dataFolder, RUN_ID);
    if (!opened.ok) throw new Error(runFaultText(opened.error));
    expect(opened.value.events).toStrictEqual(read.value.events);
    expect(await readRun(dataFolder, RUN_ID)).toMatchObject({ ok: true, value: { isOpenElsewhere: true } });
    await opened.value.close();
    expect(await readRun(dataFolder, RUN_ID)).toMatchObject({ ok: true, value: { isOpenElsewhere: false } });
  });

  it('keeps odd keys and numbers of a customer exactly', async () => {
    const dataFolder = await temporaryDataFolder();
    const metadata = JSON.parse(
      '{"__proto__":{"a":1},"constructor":"x","toJSON":"y","n":1e-7,"big":9007199254740991,"text":"\\ud800\\u2028"}',
    ) as JsonObject;
    const plan = await plainPlan(1);
    const [update] = plan.rows as readonly [PlannedUpdate];
    if (!update.snapshot) throw new Error('The customer should be known');
    const snapshot = { ...update.snapshot, customer: { ...update.snapshot.customer, metadata } };
    const odd = { ...plan, rows: [{ ...update, snapshot }] };
    await (await createRunFiles(dataFolder, RUN_ID, odd)).close();
    const read = await readRun(dataFolder, RUN_ID);
    if (!read.ok) throw new Error(runFaultText(read.error));
    expect(JSON.stringify(read.value.plan)).toBe(JSON.stringify(odd));
    const [kept] = read.value.plan.rows as readonly [PlannedUpdate];
    expect(Object.keys(kept.snapshot?.customer.metadata ?? {})).toContain('__proto__');
  });

  it('is listed with how its rows ended, the newest first, and a damaged one with the place', async () => {
    const dataFolder = await temporaryDataFolder();
    expect(await listRuns(dataFolder)).toStrictEqual([]);
    await keepRun(dataFolder, 3);
    const plan = await plainPlan(2);
    await (await createRunFiles(dataFolder, 'run-2', plan)).close();
    await (await createRunFiles(dataFolder, 'run-3', plan)).close();
    writeFileSync(join(dataFolder, 'runs', 'run-3', 'journal.log'), 'not a journal\n');
    // A folder whose run was never begun because its process was killed, and one of somebody else.
    mkdirSync(join(dataFolder, 'runs', 'run-4'));
    mkdirSync(join(dataFolder, 'runs', '.hidden'));
    expect(await listRuns(dataFolder)).toMatchObject([
      { kind: 'damaged', runId: 'run-3', fault: { code: 'journal_damaged', record: 1, byte: 0 } },
      { kind: 'run', runId: 'run-2', unended: 2, outcomes: { applied: 0 } },
      { kind: 'run', runId: RUN_ID, unended: 0, outcomes: { applied: 3 }, end: { how: 'completed' } },
    ]);
  });

  it('is never made twice, and no id leads out of the folder', async () => {
    const dataFolder = await temporaryDataFolder();
    const plan = await plainPlan(1);
    await (await createRunFiles(dataFolder, RUN_ID, plan)).close();
    await expect(createRunFiles(dataFolder, RUN_ID, plan)).rejects.toThrow('already');
    for (const id of ['../run-1', '..', '', 'a/b', 'a\\b', '.x']) {
      await expect(createRunFiles(dataFolder, id, plan)).rejects.toThrow('not the id');
      expect(await readRun(dataFolder, id)).toMatchObject({ ok: false, error: { code: 'unknown_run' } });
      expect(await openRunFiles(dataFolder, id)).toMatchObject({ ok: false, error: { code: 'unknown_run' } });
    }
  });

  it.runIf(process.platform !== 'win32')('is for its owner’s eyes only', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    for (const name of ['', 'lock']) expect(statSync(pathIn(dataFolder, name)).mode & 0o777).toBe(0o700);
    for (const name of ['plan.json', 'journal.log', 'lock/1/holder'])
      expect(statSync(pathIn(dataFolder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(pathIn(dataFolder, 'journal.log'), 'utf8')).not.toContain('sk_test_practice');
  });
});

describe('a run of which something is wrong is refused in plain words:', () => {
  it('its plan was changed by hand, wherever', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 2);
    const path = pathIn(dataFolder, 'plan.json');
    const text = readFileSync(path, 'utf8');
    const changes = [
      text.replace('+16175550199', '+16175550100'),
      text.replace('"line1":"1 Main Street"', '"line1":"2 Main Street"'),
      text.replace('"fileName":"sheet.csv"', '"fileName":"other.csv"'),
      text.slice(0, -20),
      `${text} `,
      '',
      '{}',
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(text);
      writeFileSync(path, changed);
      expect(await complaint(dataFolder)).toContain('changed or damaged');
    }
    writeFileSync(path, text);
    expect(await complaint(dataFolder)).toBe('none');
  });

  it('its plan has a hash that is not of what it would send', async () => {
    const dataFolder = await temporaryDataFolder();
    const plan = await plainPlan(1);
    await (await createRunFiles(dataFolder, RUN_ID, { ...plan, hash: 'f'.repeat(64) })).close();
    expect(await complaint(dataFolder)).toContain('no longer the one that was approved');
  });

  it('its plan is missing, or is that of another run', async () => {
    const dataFolder = await temporaryDataFolder();
    const { plan } = await keepRun(dataFolder, 2);
    const path = pathIn(dataFolder, 'plan.json');
    const rows = plan.rows.slice(0, 1);
    writeFileSync(path, encodePlan({ ...plan, rows, hash: hashOf({ connection: plan.connection, rows }) }));
    expect(await complaint(dataFolder)).toContain('another plan or run');
    rmSync(path);
    expect(await complaint(dataFolder)).toContain('is missing');
  });

  it('its folder was renamed to another run’s', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    renameSync(join(dataFolder, 'runs', RUN_ID), join(dataFolder, 'runs', 'run-2'));
    expect(await readRun(dataFolder, 'run-2')).toMatchObject({
      ok: false,
      error: { code: 'journal_of_other_plan', record: 1 },
    });
  });

  it('a newer version wrote its plan or its journal', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    const journal = pathIn(dataFolder, 'journal.log');
    const text = readFileSync(journal, 'utf8');
    const records = text.split('\n').filter((line) => line !== '' && !line.includes(' ='));
    const next = encodeRecord(records.length, '{"kind":"teleported","at":"2026-03-01T12:00:00.000Z"}');
    writeFileSync(journal, text + next);
    expect(await complaint(dataFolder)).toContain('newer version');
    const plan = pathIn(dataFolder, 'plan.json');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('{"version":1', '{"version":2'));
    expect(await complaint(dataFolder)).toContain(
      'The plan of the run “run-1” was written by a newer version',
    );
  });

  it('its plan or its journal is of another shape', async () => {
    const dataFolder = await temporaryDataFolder();
    const { plan } = await keepRun(dataFolder, 1);
    const journal = pathIn(dataFolder, 'journal.log');
    const whole = readFileSync(journal, 'utf8');
    const records = whole.split('\n').filter((line) => line !== '' && !line.includes(' =')).length;
    const at = '"at":"2026-03-01T12:00:00.000Z"';
    const wrong = [
      'null',
      '[]',
      '{}',
      `{"kind":"ended",${at},"row":0,"outcome":{"state":"vanished"}}`,
      `{"kind":"ended",${at},"row":0,"outcome":{"state":"applied"}}`,
      `{"kind":"ended",${at},"row":"0","outcome":{"state":"already_so"}}`,
      `{"kind":"intent",${at},"row":0,"attempt":1,"customerId":"a","body":null,"changes":[]}`,
      `{"kind":"answered",${at},"row":0,"attempt":1,"answer":{"kind":"lost","why":"gremlins","detail":""}}`,
      `{"kind":"paused",${at},"reason":"__proto__"}`,
      '{"kind":"resumed","at":"yesterday"}',
      // A second beginning.
      JSON.stringify(JSON.parse(whole.split('\n')[0]?.replace(/^\S+ \S+ /, '') ?? '')),
    ];
    for (const json of wrong) {
      writeFileSync(journal, whole + encodeRecord(records, json) + encodeMark(records + 1));
      expect(await complaint(dataFolder)).toContain(`(record ${records + 1}, at `);
    }
    writeFileSync(journal, encodeRecord(0, `{"kind":"resumed",${at}}`));
    expect(await complaint(dataFolder)).toContain('(record 1, at kind)');

    const other = { ...plan, rows: [{ ...plan.rows[0], edits: 'none' }] } as unknown as Plan;
    writeFileSync(pathIn(dataFolder, 'plan.json'), encodePlan(other));
    expect(await complaint(dataFolder)).toContain('at rows.0.edits');
  });

  it('its journal names a row that its plan does not write', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    const journal = pathIn(dataFolder, 'journal.log');
    const text = readFileSync(journal, 'utf8');
    const records = text.split('\n').filter((line) => line !== '' && !line.includes(' =')).length;
    const event = { kind: 'ended', at: '2026-03-01T12:00:00.000Z', row: 7, outcome: { state: 'already_so' } };
    writeFileSync(journal, text + encodeRecord(records, JSON.stringify(event)));
    expect(await complaint(dataFolder)).toContain(`(record ${records + 1})`);
  });
});

describe('a run at work', () => {
  it('can be read by others at any moment, each time further', async () => {
    const dataFolder = await temporaryDataFolder();
    const practice = await practiceWith({ customers: customers(60) });
    const connected = connect(practice);
    const plan = await planOf(phones(60), connected);
    const files = await createRunFiles(dataFolder, RUN_ID, plan);
    const { done } = start(plan, connected, { journal: files.journal });
    const lengths: number[] = [];
    for (let isEnded = false; !isEnded; ) {
      const read = await readRun(dataFolder, RUN_ID);
      if (!read.ok) throw new Error(runFaultText(read.error));
      expect(read.value.isOpenElsewhere).toBe(true);
      lengths.push(read.value.events.length);
      isEnded = read.value.events.some(({ kind }) => kind === 'run_ended');
    }
    await done;
    await files.close();
    expect(lengths).toStrictEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(lengths).size).toBeGreaterThan(3);
  });

  it('is opened for writing by one process at a time, and by the next as soon as that one was killed', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    const program = join(import.meta.dirname, 'open-until-killed.ts');
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, dataFolder, RUN_ID],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    expect(line).toBe('open');
    const refused = await openRunFiles(dataFolder, RUN_ID);
    expect(refused).toMatchObject({ ok: false, error: { code: 'open_elsewhere', by: { pid: child.pid } } });
    if (!refused.ok) expect(runFaultText(refused.error)).toContain(`process ${child.pid}`);
    expect(await readRun(dataFolder, RUN_ID)).toMatchObject({ ok: true, value: { isOpenElsewhere: true } });
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    const opened = await openRunFiles(dataFolder, RUN_ID);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });
});
