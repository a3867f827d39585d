import { pick, type Random } from '../../src/practice/random.ts';
import { BOUNDARIES, type Boundary, isAhead, type Situation } from './boundaries.ts';
import type { OwnDeath } from './messages.ts';

export type Death =
  | { readonly kind: 'at_boundary'; readonly own: OwnDeath }
  /** After a part of what a process takes until it has completed the run. */
  | { readonly kind: 'at_moment'; readonly part: number };

/** Which kills are still to be made: so many at every boundary, the rest at random moments. */
export class Schedule {
  readonly #random: Random;
  readonly #left = new Map<Boundary, number>();
  #moments: number;

  constructor(kills: number, perBoundary: number, random: Random) {
    this.#random = random;
    if (perBoundary > 0) for (const boundary of BOUNDARIES) this.#left.set(boundary, perBoundary);
    this.#moments = Math.max(0, kills - BOUNDARIES.length * perBoundary);
  }

  get isDone(): boolean {
    return this.#moments === 0 && this.#left.size === 0;
  }

  /** How the process dies that takes up the run now; `undefined` where no kill that is left fits. */
  next(situation: Situation): Death | undefined {
    const random = this.#random;
    const ahead = [...this.#left.keys()].filter((boundary) => isAhead(boundary, situation));
    // What is there only after a death half way through a record has no other time.
    const urgent = ahead.filter((boundary) => boundary.startsWith('torn end'));
    // With the end of a run its deaths are over.
    const early = ahead.filter((boundary) => !boundary.startsWith('run_ended'));
    const choices = [urgent, early, ahead].find(({ length }) => length > 0) ?? [];
    const isMoment = this.#moments > 0 && urgent.length === 0 && random() < this.#momentShare;
    if (isMoment || (choices.length === 0 && this.#moments > 0)) {
      return { kind: 'at_moment', part: random() };
    }
    if (choices.length === 0) return undefined;
    const boundary = pick(random, choices);
    const mostPasses = Math.max(1, Math.min(3, situation.left - 1));
    const isOnce = /^(plan|run_|torn)/.test(boundary);
    return {
      kind: 'at_boundary',
      own: { boundary, nth: isOnce ? 1 : 1 + Math.floor(random() * mostPasses) },
    };
  }

  /** A process died as was wanted. */
  done(death: Death): void {
    if (death.kind === 'at_moment') {
      this.#moments--;
      return;
    }
    const { boundary } = death.own;
    const left = (this.#left.get(boundary) ?? 0) - 1;
    if (left > 0) this.#left.set(boundary, left);
    else this.#left.delete(boundary);
  }

  get #momentShare(): number {
    let boundaries = 0;
    for (const left of this.#left.values()) boundaries += left;
    return this.#moments / (this.#moments + boundaries);
  }
}
