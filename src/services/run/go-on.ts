import { type ConnectionInfo, updatesOf } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { mayResume } from '../../core/resume.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import { resumeRefusalText } from '../../core/words/resume.ts';
import { accountHeldText, runFaultText } from '../../core/words/run-faults.ts';
import { USUAL_WORK_SETTINGS } from '../../core/work-settings.ts';
import { holdAccount } from '../run-store/hold-account.ts';
import { type OpenedRun, openRunFiles } from '../run-store/run-store.ts';
import { type KeptRun, keptRun, type RunHost } from './kept-run.ts';
import { proveAccount } from './prove-account.ts';
import { type ResumeOptions, resumeRun } from './runner.ts';
import { runSettingsOf } from './settings.ts';

export interface GoOn extends RunHost {
  readonly runId: string;
  readonly connection: ConnectionInfo;
  /** Whether somebody is there to look at what is left of the first rows and say that it goes on. */
  readonly isAttended: boolean;
  readonly onEvent: NonNullable<ResumeOptions['onEvent']>;
}

/** So often is a customer asked for, by which the account of another key is known. */
const PROOF_TRIES = 5;

/**
 * Goes on with a run that died or was ended by its key, the net or its journal. Nothing is sent before its files
 * are whole and ours alone, nobody else uses the key, and the account is proven to be the same.
 *
 * @returns why it can't be gone on with, in words; its files are then as they were
 */
export async function goOnWithRun(options: GoOn): Promise<Result<KeptRun, string>> {
  const { dataFolder, runId } = options;
  const files = await openRunFiles(dataFolder, runId);
  if (!files.ok) return err(runFaultText(files.error));
  const begun = await goOnWith(files.value, options).catch(async (error: unknown) => {
    await files.value.close();
    throw error;
  });
  if (!begun.ok) await files.value.close();
  return begun;
}

async function goOnWith(files: OpenedRun, options: GoOn): Promise<Result<KeptRun, string>> {
  const { dataFolder, runId, keyFingerprint, connection, client, clock, random } = options;
  const { plan, events } = files;
  const left = mayResume(plan, events);
  if (!left.ok) return err(resumeRefusalText(left.error));
  const account = await holdAccount(dataFolder, { baseUrl: plan.connection.baseUrl, keyFingerprint, runId });
  if (!account.ok) return err(accountHeldText(account.error));
  const proof = await proveAccount({
    plan,
    keyFingerprint: left.value.state.keyFingerprint,
    now: { connection, keyFingerprint, client },
    patience: { clock, random, tries: PROOF_TRIES },
  });
  if (!proof.ok) {
    await account.value.release();
    return err(resumeRefusalText(proof.error));
  }
  const run = resumeRun({
    ...options,
    plan,
    events,
    journal: files.journal,
    settings: settingsOf(files, options),
  });
  return ok(keptRun(run, runId, plan, files, account.value));
}

/** As it was begun; the person may say how many rows at a time. A run that died before its start was durable has none. */
function settingsOf(
  { plan, events }: OpenedRun,
  { concurrency, isAttended, work = USUAL_WORK_SETTINGS }: Pick<GoOn, 'concurrency' | 'isAttended' | 'work'>,
): RunSettings {
  const started = events.find((event) => event.kind === 'run_started');
  const settings = started?.settings ?? runSettingsOf(updatesOf(plan).length, plan.connection.mode, work);
  return {
    ...settings,
    concurrency: concurrency ?? settings.concurrency,
    pilotRows: isAttended ? settings.pilotRows : 0,
  };
}
