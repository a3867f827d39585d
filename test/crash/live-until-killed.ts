/**
 * One process of a run: begins it, or goes on with it from its folder alone, as the program does, until the run is
 * completed or the process is killed.
 */
import { readFile } from 'node:fs/promises';
import { Agent } from 'undici';
import type { Plan } from '../../src/core/plan.ts';
import { err, ok, type Result } from '../../src/core/result.ts';
import { mayResume } from '../../src/core/resume.ts';
import type { RunEvent } from '../../src/core/run.ts';
import { resumeRefusalText } from '../../src/core/words/resume.ts';
import { accountHeldText, runFaultText } from '../../src/core/words/run-faults.ts';
import { createRandom } from '../../src/practice/random.ts';
import { linkTo } from '../../src/services/atlas-link.ts';
import { createConnection } from '../../src/services/connection.ts';
import { machineGate } from '../../src/services/gate/gate-for.ts';
import { keyFingerprintOf } from '../../src/services/key-fingerprint.ts';
import { resumeRun } from '../../src/services/run/runner.ts';
import { holdAccount } from '../../src/services/run-store/hold-account.ts';
import { createRunFiles, openRunFiles, type RunFiles } from '../../src/services/run-store/run-store.ts';
import { type StoreHost, systemStoreHost } from '../../src/services/run-store/store-host.ts';
import { fastClock } from './fast-clock.ts';
import { Fate, say } from './fate.ts';
import type { LifeInput } from './messages.ts';
import { dieOnceSent, mortalClient } from './mortal-client.ts';
import { mortalDisk } from './mortal-disk.ts';
import { CRASH_SETTINGS } from './settings.ts';

interface Begun {
  readonly plan: Plan;
  readonly files: RunFiles;
  readonly events: readonly RunEvent[];
}

async function begin(
  { dataFolder, runId, planPath }: LifeInput,
  host: StoreHost,
): Promise<Result<Begun, string>> {
  if (planPath !== undefined) {
    const plan = JSON.parse(await readFile(planPath, 'utf8')) as Plan;
    return ok({ plan, files: await createRunFiles(dataFolder, runId, plan, host), events: [] });
  }
  const opened = await openRunFiles(dataFolder, runId, host);
  if (!opened.ok) return err(runFaultText(opened.error));
  const { plan, events } = opened.value;
  const left = mayResume(plan, events);
  return left.ok ? ok({ plan, files: opened.value, events }) : err(resumeRefusalText(left.error));
}

async function live(input: LifeInput): Promise<Result<void, string>> {
  const { dataFolder, runId, baseUrl, key, seed, concurrency, death } = input;
  const fate = new Fate(death);
  const host: StoreHost = { ...systemStoreHost, disk: mortalDisk(fate) };
  const connection = createConnection({ name: 'practice', baseUrl, key });
  if (!connection.ok) return connection;
  const keyFingerprint = keyFingerprintOf(connection.value);
  const begun = await begin(input, host);
  if (!begun.ok) return begun;
  const account = await holdAccount(dataFolder, { baseUrl, keyFingerprint, runId }, host);
  if (!account.ok) return err(accountHeldText(account.error));

  const clock = fastClock(input.since);
  const gate = machineGate(connection.value, { clock, dataFolder, onNotice });
  const dispatcher = new Agent();
  dieOnceSent(fate);
  const { plan, files, events } = begun.value;
  const { done } = resumeRun({
    runId,
    plan,
    events,
    client: mortalClient(linkTo(connection.value, dispatcher, clock, gate), fate),
    journal: files.journal,
    clock,
    random: createRandom(seed),
    settings: { ...CRASH_SETTINGS, concurrency },
    appVersion: '0.0.0',
    operator: 'robin',
    machine: 'desk',
    keyFingerprint,
    onEvent: (event) => {
      if (event.kind === 'ended') say({ kind: 'ended', row: event.row, outcome: event.outcome });
    },
  });
  await done;
  await files.close();
  await account.value.release();
  await dispatcher.close();
  return ok(undefined);
}

/** What a process that was killed left of the gate must not be of harm to the next one. */
function onNotice(why: string): void {
  throw new Error(why);
}

say({ kind: 'awake' });
const lived = await live(JSON.parse(process.argv[2] ?? '') as LifeInput);
say(lived.ok ? { kind: 'completed' } : { kind: 'wrong', why: lived.error });
