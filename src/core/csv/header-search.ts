import { headerAmong } from './header-row.ts';
import { SomeLines } from './some-lines.ts';

export interface LineRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** A header is looked for among so many records that are not blank. */
const SEARCHED = 30;
/** Of what is above a header so much is told. */
const MOST_TEXTS = 3;

/** Holds the first records until it is known which of them is the header. */
export class HeaderSearch {
  readonly #headerLine: number | undefined;
  readonly #held: LineRecord[] = [];
  /** Lines above the header that are not blank. */
  readonly above = new SomeLines();
  readonly aboveTexts: string[] = [];

  /** @param headerLine where a person says the header is */
  constructor(headerLine: number | undefined) {
    this.#headerLine = headerLine;
  }

  /** @returns whether it can be decided now */
  add(found: LineRecord): boolean {
    const isChosen = this.#headerLine !== undefined;
    if (isChosen && found.line < this.#headerLine) {
      this.#noteAbove(found);
      if (this.#held.length < SEARCHED) this.#held.push(found);
      return false;
    }
    this.#held.push(found);
    return isChosen || this.#held.length >= SEARCHED;
  }

  decide(): {
    readonly above: readonly LineRecord[];
    readonly header: LineRecord | undefined;
    readonly rows: readonly LineRecord[];
  } {
    const held = this.#held;
    if (this.#headerLine !== undefined) {
      const at = held.findIndex(({ line }) => line >= (this.#headerLine ?? 0));
      const above = at < 0 ? held : held.slice(0, at);
      return { above, header: held[at], rows: [] };
    }
    const at = headerAmong(held.map(({ record }) => record));
    const above = held.slice(0, at);
    for (const found of above) this.#noteAbove(found);
    return { above, header: held[at], rows: held.slice(at + 1) };
  }

  #noteAbove({ record, line }: LineRecord): void {
    this.above.add(line);
    if (this.aboveTexts.length < MOST_TEXTS)
      this.aboveTexts.push(record.filter((cell) => cell.trim() !== '').join(' '));
  }
}
