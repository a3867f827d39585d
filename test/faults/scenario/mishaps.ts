import * as recipes from '../../../src/practice/fault-recipes.ts';
import { pick, type Random } from '../../../src/practice/random.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { DELAYS, TIMING } from './timing.ts';

/** Something that goes wrong with one request. */
export interface Mishap {
  readonly name: string;
  readonly effect: FaultEffect;
}

const mishap = (name: string, effect: FaultEffect): Mishap => ({ name, effect });
const { pastTimeoutMs, landsSoonMs, landsLateMs, awayMs } = DELAYS;

const waits = [
  mishap('429, seconds', recipes.tooManyRequests({ kind: 'seconds', seconds: 2 })),
  mishap('429, date', recipes.tooManyRequests({ kind: 'date', seconds: 2 })),
  mishap('429, silent', recipes.tooManyRequests()),
];

/** The update is not made, and has to be sent again. */
const NOT_MADE: readonly Mishap[] = [
  ...waits,
  mishap('500', recipes.serverError),
  mishap('502 in HTML', recipes.badGateway),
  mishap('503', recipes.unavailable),
  mishap('408', { kind: 'answer', status: 408, text: '' }),
  mishap('200 in HTML', recipes.htmlPage),
  mishap('reset before commit', { kind: 'reset_before_commit' }),
  mishap('timeout before an error', { ...recipes.serverError, delayMs: pastTimeoutMs }),
  mishap('away', { kind: 'away', ms: awayMs }),
];

/** The update is made, and nobody says so. */
export const MADE: readonly Mishap[] = [
  mishap('500 after commit', recipes.serverErrorAfterCommit),
  mishap('504 in HTML after commit', { ...recipes.badGateway, status: 504, commits: true }),
  mishap('reset after commit', { kind: 'reset_after_commit' }),
  mishap('half an answer', { kind: 'truncated_body' }),
  mishap('another shape', recipes.wrongShape),
  mishap('timeout after commit', { kind: 'delay', ms: pastTimeoutMs, before: 'answer' }),
  mishap('commit after timeout', {
    kind: 'delay',
    ms: TIMING.clientTimeoutMs + landsSoonMs,
    before: 'commit',
  }),
  mishap('commit after reset', { kind: 'commit_after_reset', delayMs: landsSoonMs }),
];

/** The update is made after the client looked whether it was: it may have been sent again by then. */
const MADE_LATE: readonly Mishap[] = [
  mishap('commit long after timeout', {
    kind: 'delay',
    ms: TIMING.clientTimeoutMs + landsLateMs,
    before: 'commit',
  }),
  mishap('commit long after reset', { kind: 'commit_after_reset', delayMs: landsLateMs }),
];

const ON_READS: readonly Mishap[] = [
  ...waits,
  mishap('500', recipes.serverError),
  mishap('502 in HTML', recipes.badGateway),
  mishap('503', recipes.unavailable),
  mishap('200 in HTML', recipes.htmlPage),
  mishap('another shape', recipes.wrongShape),
  mishap('half an answer', { kind: 'truncated_body' }),
  mishap('reset', { kind: 'reset_before_commit' }),
  mishap('timeout', { kind: 'delay', ms: pastTimeoutMs, before: 'answer' }),
];

/** What does not pass, by the requests about a customer that it befalls. */
export const FOR_EVER = [
  { ...mishap('always 500', recipes.serverError), method: 'PATCH' },
  { ...mishap('always 422', { ...recipes.serverError, status: 422 }), method: 'PATCH' },
  { ...mishap('always 502', recipes.badGateway), method: 'GET' },
] as const;

/** Of the requests that may go wrong, so that of all it is about 30 %. */
const SHARE = 0.36;
/** Of writes that go wrong, those of which the update is made. */
const MADE_SHARE = 0.5;
const LATE_SHARE = 0.2;
/** One less than the tries of a row: the last one is left to succeed. */
const MOST_NOT_MADE = 3;
const MOST_ON_READ = 2;

/** What happens to a row's writes, one after the other; the next one succeeds, where one is needed. */
export function writeMishaps(random: Random, mayBeMade: boolean): readonly Mishap[] {
  const found: Mishap[] = [];
  while (random() < SHARE && found.length < MOST_NOT_MADE) {
    if (mayBeMade && random() < MADE_SHARE)
      return [...found, pick(random, random() < LATE_SHARE ? MADE_LATE : MADE)];
    found.push(pick(random, NOT_MADE));
  }
  return found;
}

/** What happens to one reading of a customer until it succeeds. */
export function readMishaps(random: Random): readonly Mishap[] {
  const found: Mishap[] = [];
  while (random() < SHARE && found.length < MOST_ON_READ) found.push(pick(random, ON_READS));
  return found;
}

/** Whether the program looks what became of a write after it. */
export const isDoubtful = ({ effect }: Mishap): boolean => effect.kind !== 'answer' || effect.status !== 429;
