import { writeSync } from 'node:fs';
import type { Boundary } from './boundaries.ts';
import type { LifeMessage, OwnDeath } from './messages.ts';

/** Written at once: what a process said before it was killed has been said. */
export function say(message: LifeMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

/** Where this process dies, if anywhere: killed without a chance to tidy up, as by `kill -9`. */
export class Fate {
  readonly #death: OwnDeath | undefined;
  #passed = 0;

  constructor(death: OwnDeath | undefined) {
    this.#death = death;
  }

  /** Whether this is where it dies; asked once each time it comes by. */
  isHere(boundary: Boundary): boolean {
    return boundary === this.#death?.boundary && ++this.#passed === this.#death.nth;
  }

  /** Goes past a boundary, or no further. */
  pass(boundary: Boundary): void {
    say({ kind: 'passed', boundary });
    if (this.isHere(boundary)) this.die();
  }

  die(): void {
    process.kill(process.pid, 'SIGKILL');
  }
}
