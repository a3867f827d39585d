import { type Plan, updatesOf } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { mayResume, type ResumeRefusal } from '../../core/resume.ts';
import type { RunEvent } from '../../core/run.ts';
import { type Connection, connectionInfo } from '../connection.ts';
import { type BegunRun, closingAfter } from './begun-run.ts';
import { proveAccount } from './prove-account.ts';
import type { Journal } from './run-record.ts';
import { type RunOptions, resumeRun } from './runner.ts';
import { defaultRunSettings } from './settings.ts';

const READ_TRIES = 5;

/** A run's files, opened for going on with it. */
export interface OpenedRun {
  readonly runId: string;
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly journal: Journal;
  close(): Promise<void>;
}

export interface GoOnOptions extends Omit<RunOptions, 'runId' | 'plan' | 'journal' | 'settings'> {
  readonly opened: OpenedRun;
  readonly connection: Connection;
  /** Whether somebody is there to look at what is left of the first rows and say that it goes on. */
  readonly isAttended: boolean;
}

/**
 * Goes on with a run, with the settings it was started with, if anything is left of it and the account is proven to
 * be the one it was planned for. Where it may not, nothing was sent, and its files are closed.
 */
export async function goOnWithRun(options: GoOnOptions): Promise<Result<BegunRun, ResumeRefusal>> {
  const { opened, connection, keyFingerprint, client, clock, random, isAttended } = options;
  const { runId, plan, events, journal } = opened;
  const refuse = async (refusal: ResumeRefusal): Promise<Result<BegunRun, ResumeRefusal>> => {
    await opened.close();
    return err(refusal);
  };
  const resumable = mayResume(plan, events);
  if (!resumable.ok) return await refuse(resumable.error);
  const proven = await proveAccount({
    plan,
    // A run that died before it began was at work with no key yet: any key has to prove itself.
    keyFingerprint: resumable.value.state.keyFingerprint,
    now: { connection: connectionInfo(connection), keyFingerprint, client },
    patience: { clock, random, tries: READ_TRIES },
  });
  if (!proven.ok) return await refuse(proven.error);
  const started = events.find((event) => event.kind === 'run_started');
  const settings = started?.settings ?? defaultRunSettings(updatesOf(plan).length, plan.connection.mode);
  const run = resumeRun({
    ...options,
    runId,
    plan,
    events,
    journal,
    settings: { ...settings, pilotRows: isAttended ? settings.pilotRows : 0 },
  });
  return ok(closingAfter(run, runId, () => opened.close()));
}
