/** A line of a file's beginning, as it was understood. */
export interface FileLine {
  /** 1-based physical line on which it begins. */
  readonly line: number;
  readonly kind: 'separator' | 'above' | 'blank' | 'header' | 'row';
  /** As they were understood. */
  readonly cells: readonly string[];
}

/** So many lines above the header, and below it, show how a file was understood. */
const SHOWN = { above: 30, below: 12 } as const;

/** Collects the lines of a file's beginning: what is above the header, the header, and the first rows. */
export class Beginning {
  readonly #lines: FileLine[] = [];
  #above = 0;
  #below = 0;

  get lines(): readonly FileLine[] {
    return [...this.#lines].sort((one, other) => one.line - other.line);
  }

  get wantsRows(): boolean {
    return this.#below < SHOWN.below;
  }

  add(line: FileLine, isBelow: boolean): void {
    if (line.kind === 'header') this.#lines.push(line);
    else if (isBelow ? this.#below++ < SHOWN.below : this.#above++ < SHOWN.above) this.#lines.push(line);
  }
}
