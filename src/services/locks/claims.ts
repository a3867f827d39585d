import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '../../core/zod.ts';

/**
 * The claims on a lock: a folder with one folder for each, numbered. The highest one counts, and is never removed
 * before there is a higher one, so that a number is given once and whoever took a claim over can't have it taken
 * away by somebody who looked earlier. A claim that is given up keeps its number and says `F` instead of `H`.
 */
const HELD = 'H';
const FREE = 'F';
const HOLDER = 'holder';
/** Lower ones are kept for a while, so that a listing made meanwhile still shows one of the last. */
const KEPT = 8;
const PRIVATE = { mode: 0o700 } as const;

/** What a claim says of who made it. */
export type Claimant = z.infer<typeof claimantSchema>;

const claimantSchema = z.object({
  process: z.object({
    pid: z.int(),
    host: z.string(),
    machine: z.exactOptional(z.string()),
    boot: z.exactOptional(z.string()),
    namespace: z.exactOptional(z.string()),
    started: z.exactOptional(z.string()),
  }),
  since: z.string(),
  runId: z.string(),
});

const fileOf = (folder: string, number: number): string => join(folder, String(number), HOLDER);

/** From the lowest to the highest. */
async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = await unlessMissing(readdir(folder), []);
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** The number of the claim that counts; 0 where there is none. */
export const lastClaim = async (folder: string): Promise<number> => (await numbersIn(folder)).at(-1) ?? 0;

/** A claim that says it is held, and does not say by whom in a way this version knows. */
const SOMEBODY: Claimant = {
  process: { pid: 0, host: 'a machine with another version' },
  since: new Date(0).toISOString(),
  runId: 'unknown run',
};

/** Who made a claim; `undefined` where it was given up, or was not written whole because the power failed. */
export async function claimantOf(folder: string, number: number): Promise<Claimant | undefined> {
  const text = await unlessMissing(readFile(fileOf(folder, number), 'utf8'), FREE);
  if (!text.startsWith(HELD)) return undefined;
  try {
    return claimantSchema.parse(JSON.parse(text.slice(HELD.length)));
  } catch {
    return SOMEBODY;
  }
}

/** What can't be read for another reason than being missing may well be held. */
async function unlessMissing<T>(reading: Promise<T>, missing: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing;
    throw error;
  }
}

/**
 * Makes a claim, whole at once: a folder that is not empty is never replaced by renaming another one over it.
 *
 * @returns whether it counts; otherwise somebody else was faster
 */
export async function makeClaim(folder: string, number: number, claimant: Claimant): Promise<boolean> {
  const temporary = join(folder, `.${randomUUID()}`);
  await mkdir(temporary, { ...PRIVATE, recursive: true });
  try {
    await writeFile(join(temporary, HOLDER), `${HELD}${JSON.stringify(claimant)}\n`, { mode: 0o600 });
    await rename(temporary, join(folder, String(number)));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Systems differ in what they call it.
    if ((await lastClaim(folder)) >= number) return false;
    throw error;
  }
  try {
    if ((await lastClaim(folder)) === number) return true;
  } catch (error) {
    await giveUp(folder, number);
    throw error;
  }
  await rm(join(folder, String(number)), { recursive: true, force: true });
  return false;
}

/** Tidies up; what can't be removed now is removed another time. */
export async function removeClaimsBefore(folder: string, number: number): Promise<void> {
  const old = (await numbersIn(folder)).filter((other) => other <= number - KEPT);
  await Promise.allSettled(
    old.map((other) => rm(join(folder, String(other)), { recursive: true, force: true })),
  );
}

/** One byte in its place: it is there or not, and needs no room on a full disk. */
export async function giveUp(folder: string, number: number): Promise<void> {
  const handle = await open(fileOf(folder, number), 'r+');
  try {
    await handle.write(FREE, 0);
  } finally {
    await handle.close();
  }
}

/** When a claim last gave a sign of life, in epoch ms; 0 where there is none. */
export const lastBeat = (folder: string, number: number): Promise<number> =>
  unlessMissing(
    stat(fileOf(folder, number)).then(({ mtimeMs }) => mtimeMs),
    0,
  );

export async function beat(folder: string, number: number, at: Date): Promise<void> {
  await utimes(fileOf(folder, number), at, at);
}
