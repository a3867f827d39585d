import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, seedOf } from '../../src/practice/random.ts';
import type { Boundary } from './boundaries.ts';
import { type Campaign, campaign } from './campaign.ts';
import { compileInto } from './life.ts';
import { Schedule } from './schedule.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly perBoundary: number;
  readonly seed: number;
  readonly onCampaign?: (result: Campaign, seed: number) => void;
}

export interface Crashes {
  readonly campaigns: readonly Campaign[];
  readonly atBoundaries: ReadonlyMap<Boundary, number>;
  /** Of kills at random moments, by what the process had come past last. */
  readonly atMoments: ReadonlyMap<string, number>;
}

/** As long as nothing is known; later it is measured. */
const FIRST_USUAL_MS = 1_000;

/** Runs that are killed and gone on with, one after the other, until so many kills were made. */
export async function crash({ kills, perBoundary, seed, onCampaign }: CrashOptions): Promise<Crashes> {
  const schedule = new Schedule(kills, perBoundary, createRandom(seedOf('schedule', seed)));
  const atBoundaries = new Map<Boundary, number>();
  const atMoments = new Map<string, number>();
  const campaigns: Campaign[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'crash-'));
  const compiledIn = join(folder, 'compiled');
  await compileInto(compiledIn);
  let usualMs = FIRST_USUAL_MS;
  for (let number = 0; !schedule.isDone; number++) {
    if (number > kills) throw new Error(`After ${number} runs there are kills that could not be made.`);
    const dataFolder = join(folder, `data-${number}`);
    await mkdir(dataFolder);
    const campaignSeed = seedOf(seed, number);
    const result = await campaign({
      dataFolder,
      compiledIn,
      seed: campaignSeed,
      usualMs,
      nextDeath: (situation) => schedule.next(situation),
      onKill: (death, where) => {
        schedule.done(death);
        if (death.kind === 'at_boundary') count(atBoundaries, death.own.boundary);
        else count(atMoments, where);
      },
    });
    usualMs = (usualMs + result.lastLifeMs) / 2;
    campaigns.push(result);
    onCampaign?.(result, campaignSeed);
  }
  // What went wrong can be looked at.
  if (campaigns.some((result) => problemsOf(result).length > 0)) {
    process.stderr.write(`The files of these runs are in ${folder}\n`);
  } else await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  return { campaigns, atBoundaries, atMoments };
}

export const problemsOf = ({ lost, misreported, wrongData, secondEffects }: Campaign): readonly string[] => [
  ...lost,
  ...misreported,
  ...wrongData,
  ...secondEffects.differing,
];

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
