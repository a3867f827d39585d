import type { Lines } from '../words/text.ts';

const MOST_NAMED = 5;

/** Places of which all are counted and the first lines are named. */
export class SomeLines implements Lines {
  readonly lines: number[] = [];
  total = 0;
  hasMore = false;
  #last = 0;

  /** Lines come in their order. */
  add(line: number): void {
    this.total++;
    if (line === this.#last) return;
    this.#last = line;
    if (this.lines.length < MOST_NAMED) this.lines.push(line);
    else this.hasMore = true;
  }
}
