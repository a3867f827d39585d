import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Plan } from '../../../src/core/plan.ts';
import type { RunState } from '../../../src/core/run.ts';
import type { Disk } from '../../../src/services/disk/disk.ts';
import { createRunFiles } from '../../../src/services/run-store/run-store.ts';
import { type StoreHost, systemStoreHost } from '../../../src/services/run-store/store-host.ts';
import { type Connected, connect } from './connect.ts';
import { customers, idOf } from './customers.ts';
import { practiceWith } from './practice.ts';
import { planOf, type StartOptions, start } from './running.ts';

export async function temporaryDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A new phone number for the first customers. */
export const phones = (count: number, phone = '+16175550199'): readonly (readonly string[])[] => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), phone]),
];

/** A run store on a disk of a test, where nobody else is. */
export const alone = (disk: Disk): StoreHost => ({
  disk,
  locks: {
    take: () => Promise.resolve({ ok: true, value: { release: () => Promise.resolve() } }),
    look: () => Promise.resolve(undefined),
  },
});

export interface KeptRun {
  readonly plan: Plan;
  readonly state: RunState;
  readonly connected: Connected;
}

/** Plans and applies phone numbers, with the run's files in the data folder, named as the runner of the tests does. */
export async function keepRun(
  dataFolder: string,
  rows: number,
  options: StartOptions & { readonly host?: StoreHost } = {},
): Promise<KeptRun> {
  const practice = await practiceWith({ customers: customers(rows) });
  const connected = connect(practice);
  const plan = await planOf(phones(rows), connected);
  const files = await createRunFiles(dataFolder, RUN_ID, plan, options.host ?? systemStoreHost);
  const state = await start(plan, connected, { ...options, journal: files.journal }).done;
  await files.close();
  return { plan, state, connected };
}

export const RUN_ID = 'run-1';

export const pathIn = (dataFolder: string, name: string): string => join(dataFolder, 'runs', RUN_ID, name);

export async function plainPlan(rows: number): Promise<Plan> {
  return await planOf(phones(rows), connect(await practiceWith({ customers: customers(rows) })));
}
