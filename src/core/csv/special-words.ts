/** So many show whether an encoding is right. */
const MOST = 5;
/** Characters shown on either side of a special one. */
const AROUND = 20;

const SPECIAL = /[\u0080-\uffff]/g;
const WORD_END = /[\s"',;:|=()]/;

/**
 * The first few different words of a text with characters that encodings disagree about. A person sees by them
 * whether the right one was chosen, where the first rows hold none. They do not depend on how the text is cut.
 */
export class SpecialWords {
  readonly #found = new Set<string>();
  /** The end of what was added, so that no word is cut; characters before `#next` in it were looked at. */
  #text = '';
  #next = 0;

  add(text: string): void {
    this.#look(text, AROUND);
  }

  /** All of them, when the whole text was added. */
  finish(): readonly string[] {
    this.#look('', 0);
    return [...this.#found];
  }

  /** Looks at all but the last characters. */
  #look(added: string, last: number): void {
    if (this.#found.size >= MOST) return;
    const text = this.#text + added;
    const until = text.length - last;
    let next = this.#next;
    SPECIAL.lastIndex = next;
    for (let match = SPECIAL.exec(text); match && match.index < until; match = SPECIAL.exec(text)) {
      const end = wordEnd(text, match.index, 1);
      // A space that encodings disagree about is no word.
      if (end > match.index) this.#found.add(text.slice(wordEnd(text, match.index, -1) + 1, end));
      if (this.#found.size >= MOST) return;
      next = Math.max(end, match.index + 1);
      SPECIAL.lastIndex = next;
    }
    const done = Math.max(next, until);
    const from = Math.max(0, done - AROUND);
    this.#text = text.slice(from);
    this.#next = done - from;
  }
}

function wordEnd(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < AROUND && at >= 0 && at < text.length && !WORD_END.test(text[at] ?? ''))
    at += step;
  return at;
}
