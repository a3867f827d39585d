import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/services/clock.ts';
import { systemClock } from '../../src/services/clock.ts';
import {
  deleteDryRun,
  keepDryRun,
  listDryRuns,
  MOST_DRY_RUNS,
  readDryRun,
} from '../../src/services/dry-run-store/dry-run-store.ts';
import { applyRetention } from '../../src/services/retention.ts';
import { deleteRun } from '../../src/services/run-store/delete-run.ts';
import { listRuns } from '../../src/services/run-store/list-runs.ts';
import { createRunFiles, openRunFiles } from '../../src/services/run-store/run-store.ts';
import { sessionIds } from '../../src/services/sessions/list-sessions.ts';
import { SessionStore } from '../../src/services/sessions/session-store.ts';
import { STARTED } from '../core/run-making.ts';
import { keepRun, plainPlan, RUN_ID, temporaryDataFolder } from './support/kept-runs.ts';

const DAY_MS = 86_400_000;
const SAM = { operator: 'sam', machine: 'desk' };

/** Some days after the newest thing in the folder. */
async function inDays(dataFolder: string, days: number): Promise<Clock> {
  const times = (await listRuns(dataFolder)).flatMap((run) =>
    run.kind === 'run' && run.lastAt !== undefined ? [Date.parse(run.lastAt)] : [],
  );
  const now = Math.max(0, ...times) + days * DAY_MS;
  return { now: () => now, sleep: () => Promise.reject(new Error('Nobody waits here.')) };
}

const storeOf = (dataFolder: string): SessionStore => new SessionStore({ dataFolder, clock: systemClock });

const idsIn = async (dataFolder: string): Promise<readonly string[]> =>
  (await listRuns(dataFolder)).map(({ runId }) => runId);

describe('old runs', () => {
  it('are deleted once they ended longer ago than was chosen, and not a day earlier', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 2);
    expect(await applyRetention(dataFolder, 30, await inDays(dataFolder, 29), storeOf(dataFolder))).toBe(0);
    expect(await idsIn(dataFolder)).toEqual([RUN_ID]);
    expect(await applyRetention(dataFolder, 30, await inDays(dataFolder, 31), storeOf(dataFolder))).toBe(1);
    expect(readdirSync(join(dataFolder, 'runs'))).toEqual([]);
  });

  it('stay for ever where nobody chose otherwise', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 2);
    expect(
      await applyRetention(dataFolder, 'for_ever', await inDays(dataFolder, 9_999), storeOf(dataFolder)),
    ).toBe(0);
    expect(await idsIn(dataFolder)).toEqual([RUN_ID]);
  });

  it('stay while they can be gone on with, are on, or can’t be read', async () => {
    const dataFolder = await temporaryDataFolder();
    const plan = await plainPlan(2);
    const unfinished = await createRunFiles(dataFolder, 'unfinished', plan);
    await unfinished.journal.append({
      kind: 'run_started',
      at: '2020-01-01T00:00:00.000Z',
      runId: 'unfinished',
      planId: plan.id,
      planHash: plan.hash,
      connection: plan.connection,
      keyFingerprint: 'f',
      ...SAM,
      appVersion: '1',
      rows: 2,
      settings: STARTED.settings,
    });
    await unfinished.close();
    await keepRun(dataFolder, 2);
    const open = await openRunFiles(dataFolder, RUN_ID);
    await (await createRunFiles(dataFolder, 'damaged', plan)).close();
    writeFileSync(join(dataFolder, 'runs', 'damaged', 'journal.log'), 'no journal\n');

    expect(await applyRetention(dataFolder, 30, await inDays(dataFolder, 99), storeOf(dataFolder))).toBe(0);
    expect((await idsIn(dataFolder)).toSorted()).toEqual(['damaged', RUN_ID, 'unfinished'].toSorted());
    if (open.ok) await open.value.close();
  });
});

describe('deleting a run', () => {
  it('removes its folder, and what a crash left of one deleted earlier', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 2);
    mkdirSync(join(dataFolder, 'runs', '.deleted-run-0', 'lock'), { recursive: true });
    expect(await deleteRun(dataFolder, RUN_ID)).toEqual({ ok: true, value: undefined });
    expect(readdirSync(join(dataFolder, 'runs'))).toEqual(['.deleted-run-0']);
    await applyRetention(dataFolder, 'for_ever', await inDays(dataFolder, 0), storeOf(dataFolder));
    expect(readdirSync(join(dataFolder, 'runs'))).toEqual([]);
  });

  it('is refused while somebody has it open, and nothing of it is gone', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 2);
    const open = await openRunFiles(dataFolder, RUN_ID);
    expect(await deleteRun(dataFolder, RUN_ID)).toMatchObject({
      ok: false,
      error: { code: 'open_elsewhere' },
    });
    if (open.ok) await open.value.close();
    expect(await listRuns(dataFolder)).toMatchObject([{ kind: 'run', outcomes: { applied: 2 } }]);
  });

  it('never touches what is no run: no id leads out of the folder', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepRun(dataFolder, 1);
    for (const id of ['', '.', '..', '../runs', 'a/b', 'nobody']) {
      expect(await deleteRun(dataFolder, id)).toMatchObject({ ok: false, error: { code: 'unknown_run' } });
      await deleteDryRun(dataFolder, id);
    }
    expect(await idsIn(dataFolder)).toEqual([RUN_ID]);
    expect(existsSync(join(dataFolder, 'runs', 'nobody'))).toBe(false);
  });
});

describe('dry runs', () => {
  it('are kept whole, the newest first, and no more than so many', async () => {
    const dataFolder = await temporaryDataFolder();
    const plan = await plainPlan(2);
    const at = (second: number): string => new Date(second * 1_000).toISOString();
    for (let second = 0; second < MOST_DRY_RUNS + 2; second++)
      await keepDryRun(dataFolder, { ...plan, createdAt: at(second) }, SAM);
    const kept = await listDryRuns(dataFolder);
    expect(kept.map(({ createdAt }) => createdAt)).toEqual(
      Array.from({ length: MOST_DRY_RUNS }, (_, index) => at(MOST_DRY_RUNS + 1 - index)),
    );
    expect(kept[0]).toMatchObject({ ...SAM, actions: { update: 2 }, hasRows: true, planHash: plan.hash });
    const read = await readDryRun(dataFolder, kept[0]?.dryRunId ?? '');
    expect(read.ok && read.value.rows).toEqual(JSON.parse(JSON.stringify(plan.rows)));
  });

  it('go with the runs of their time', async () => {
    const dataFolder = await temporaryDataFolder();
    await keepDryRun(dataFolder, { ...(await plainPlan(1)), createdAt: new Date(0).toISOString() }, SAM);
    const at = (days: number): Clock => ({ now: () => days * DAY_MS, sleep: () => Promise.resolve() });
    expect(await applyRetention(dataFolder, 90, at(89), storeOf(dataFolder))).toBe(0);
    expect(await applyRetention(dataFolder, 90, at(91), storeOf(dataFolder))).toBe(1);
    expect(await listDryRuns(dataFolder)).toEqual([]);
  });
});

describe('sheets', () => {
  const inSomeDays = (days: number): Clock => ({
    now: () => Date.now() + days * DAY_MS,
    sleep: () => Promise.resolve(),
  });
  const imported = async (sessions: SessionStore): Promise<string> => {
    const session = await sessions.import({ kind: 'text', name: 'pasted', text: 'id,phone\nx,1' });
    if (!session.ok) throw new Error(session.error.code);
    return session.value.id;
  };

  it('go when nobody opened them for as long as was chosen, and stay where nobody chose', async () => {
    const dataFolder = await temporaryDataFolder();
    const id = await imported(storeOf(dataFolder));
    const prune = (keepDays: 30 | 'for_ever', days: number): Promise<number> =>
      applyRetention(dataFolder, keepDays, inSomeDays(days), storeOf(dataFolder));
    expect(await prune('for_ever', 9_999)).toBe(0);
    expect(await prune(30, 29)).toBe(0);
    expect(await sessionIds(dataFolder)).toEqual([id]);
    expect(await prune(30, 31)).toBe(1);
    expect(await sessionIds(dataFolder)).toEqual([]);
  });

  it('count as used when they were opened, also where nothing was done to them', async () => {
    const dataFolder = await temporaryDataFolder();
    const id = await imported(storeOf(dataFolder));
    const folder = join(dataFolder, 'sessions', id);
    const longAgo = new Date(Date.now() - 60 * DAY_MS);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
    const sessions = storeOf(dataFolder);
    await sessions.open(id);
    await sessions.release();
    expect(await applyRetention(dataFolder, 30, inSomeDays(0), storeOf(dataFolder))).toBe(0);
  });

  it('stay while somebody has them open', async () => {
    const dataFolder = await temporaryDataFolder();
    const sessions = storeOf(dataFolder);
    const id = await imported(sessions);
    expect(await applyRetention(dataFolder, 30, inSomeDays(99), sessions)).toBe(0);
    expect((await sessions.get(id)).ok).toBe(true);
    await sessions.release();
  });

  it('stay as long as a run of theirs: one that can be gone on with, whatever its age', async () => {
    const dataFolder = await temporaryDataFolder();
    const [kept, other] = [await imported(storeOf(dataFolder)), await imported(storeOf(dataFolder))];
    const plan = await plainPlan(2);
    const source = { sessionId: kept, revision: 0 };
    await (await createRunFiles(dataFolder, 'unfinished', { ...plan, source })).close();
    expect(await applyRetention(dataFolder, 30, inSomeDays(99), storeOf(dataFolder))).toBe(1);
    expect(await sessionIds(dataFolder)).toEqual([kept]);
    expect(other).not.toBe(kept);
  });

  it('are not there by halves for whoever asks while they go', async () => {
    const dataFolder = await temporaryDataFolder();
    const id = await imported(storeOf(dataFolder));
    const sessions = storeOf(dataFolder);
    const [isGone, opened] = await Promise.all([sessions.discardUnused(id), sessions.open(id)]);
    expect(isGone).toBe(true);
    expect(opened).toMatchObject({ ok: false, error: { code: 'session_unknown' } });
    expect(await sessionIds(dataFolder)).toEqual([]);
  });
});
