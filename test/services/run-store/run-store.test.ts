import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { PlannedUpdate } from '../../../src/core/plan.ts';
import { runFaultText } from '../../../src/core/words/run-faults.ts';
import { listRuns } from '../../../src/services/run-store/list-runs.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles, openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { connect } from '../support/connect.ts';
import { customers } from '../support/customers.ts';
import { keepRun, pathIn, phones, plainPlan, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';
import { practiceWith } from '../support/practice.ts';
import { planOf, start } from '../support/running.ts';

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
