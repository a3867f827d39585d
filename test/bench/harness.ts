/** What a bench found: one figure, and the bound it must stay within, where there is one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Broken by a value above it (`at most`) or below it (`at least`). */
  readonly bound?: { readonly kind: 'at most' | 'at least'; readonly value: number };
}

export interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]> | readonly Figure[];
}

/** A job to be timed; what it returns is waited for. */
export type Job = () => unknown;

/** Seconds of each job in each round. */
export interface Timings {
  readonly base: readonly number[];
  readonly measured: readonly number[];
}

const WARM_UP_ROUNDS = 2;

/**
 * Times two jobs in turn, in one process, so that what else the machine does falls on both alike. Which one
 * goes first changes from round to round: the second inherits the first one's garbage.
 */
export async function timeInTurn(base: Job, measured: Job, rounds: number): Promise<Timings> {
  const timings: { base: number[]; measured: number[] } = { base: [], measured: [] };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const order = [
      ['base', base],
      ['measured', measured],
    ] as const;
    for (const [name, job] of round % 2 === 0 ? order : order.toReversed()) {
      const seconds = await timed(job);
      if (round >= 0) timings[name].push(seconds);
    }
  }
  return timings;
}

/** The median of the rounds' ratios: a ratio compares neighbours in time, a median forgets the odd round. */
export const medianRatio = ({ base, measured }: Timings): number =>
  median(measured.map((seconds, round) => seconds / (base[round] ?? Number.NaN)));

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs benches one after the other, prints a line for each figure, and fails the process where a bound is broken. */
export async function runBenches(benches: readonly Bench[]): Promise<void> {
  for (const bench of benches) {
    for (const figure of await bench.run()) {
      const held = isHeld(figure);
      process.stdout.write(`${line(figure)}${held ? '' : '  BROKEN'}\n`);
      if (!held) process.exitCode = 1;
    }
  }
}

/** Not a number is never within a bound. */
const isHeld = ({ value, bound }: Figure): boolean =>
  !bound || (bound.kind === 'at most' ? value <= bound.value : value >= bound.value);

function line({ name, value, unit, bound }: Figure): string {
  const stated = bound ? ` (bound: ${bound.kind} ${bound.value})` : '';
  return `${name} ${value.toFixed(2)} ${unit}${stated}`;
}

async function timed(job: Job): Promise<number> {
  const start = performance.now();
  await job();
  return (performance.now() - start) / 1000;
}
