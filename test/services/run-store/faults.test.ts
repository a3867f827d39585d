import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/core/plan.ts';
import { runFaultText } from '../../../src/core/words/run-faults.ts';
import { hashOf } from '../../../src/services/dry-run/dry-run.ts';
import { encodeMark, encodeRecord } from '../../../src/services/log/record.ts';
import { listRuns } from '../../../src/services/run-store/list-runs.ts';
import { encodePlan } from '../../../src/services/run-store/plan-file.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles, openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { systemStoreHost } from '../../../src/services/run-store/store-host.ts';
import { keepRun, pathIn, plainPlan, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';

/** A journal as it is on the disk, and how many records it has. */
function journalOf(dataFolder: string) {
  const path = pathIn(dataFolder, 'journal.log');
  const text = readFileSync(path, 'utf8');
  const records = text.split('\n').filter((line) => line !== '' && !line.includes(' =')).length;
  return { path, text, records };
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
    const { path, text, records } = journalOf(dataFolder);
    const next = encodeRecord(records, '{"kind":"teleported","at":"2026-03-01T12:00:00.000Z"}');
    writeFileSync(path, text + next);
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
    const { path, text, records } = journalOf(dataFolder);
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
      JSON.stringify(JSON.parse(text.split('\n')[0]?.replace(/^\S+ \S+ /, '') ?? '')),
    ];
    for (const json of wrong) {
      writeFileSync(path, text + encodeRecord(records, json) + encodeMark(records + 1));
      expect(await complaint(dataFolder)).toContain(`(record ${records + 1}, at `);
    }
    writeFileSync(path, encodeRecord(0, `{"kind":"resumed",${at}}`));
    expect(await complaint(dataFolder)).toContain('(record 1, at kind)');

    const other = { ...plan, rows: [{ ...plan.rows[0], edits: 'none' }] } as unknown as Plan;
    writeFileSync(pathIn(dataFolder, 'plan.json'), encodePlan(other));
    expect(await complaint(dataFolder)).toContain('at rows.0.edits');
  });

  it('its journal names a row that its plan does not write', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    const { path, text, records } = journalOf(dataFolder);
    const event = { kind: 'ended', at: '2026-03-01T12:00:00.000Z', row: 7, outcome: { state: 'already_so' } };
    writeFileSync(path, text + encodeRecord(records, JSON.stringify(event)));
    expect(await complaint(dataFolder)).toContain(`(record ${records + 1})`);
  });

  it('its files can’t be read', async () => {
    for (const name of ['journal.log', 'plan.json']) {
      const dataFolder = await temporaryDataFolder();
      await keepRun(dataFolder, 1);
      rmSync(pathIn(dataFolder, name));
      mkdirSync(pathIn(dataFolder, name));
      const read = await readRun(dataFolder, RUN_ID);
      expect(read.ok ? 'read' : runFaultText(read.error)).toContain('can’t be read (EISDIR');
      const opened = await openRunFiles(dataFolder, RUN_ID);
      expect(opened.ok ? 'opened' : runFaultText(opened.error)).toContain('can’t be read (EISDIR');
      // Refused, it is not left held.
      expect(await systemStoreHost.locks.look(pathIn(dataFolder, 'lock'))).toBeUndefined();
    }
  });
});
