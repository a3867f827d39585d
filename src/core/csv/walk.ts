/** How a record can end. */
export type RecordEnd = '\n' | '\r\n' | '\r';

export interface RecordVisitor {
  /** A newline outside quoted cells, at `at`. */
  recordEnd(at: number, end: RecordEnd): void;
  /** A quoted cell, from its opening quotation mark to behind its closing one, or to the text's end. */
  quotedCell?(from: number, to: number): void;
}

/** Walks from newline to newline and quoted cell to quoted cell: what PapaParse does not tell of a text. */
export function walkRecords(text: string, delimiter: string, visitor: RecordVisitor): void {
  const nextLf = finderOf(text, '\n');
  const nextCr = finderOf(text, '\r');
  const nextQuote = finderOf(text, '"');
  for (let at = 0; ; ) {
    const newline = Math.min(nextLf(at), nextCr(at));
    const quote = nextQuote(at);
    if (quote < newline) {
      at = quote + 1;
      if (!isCellStart(text, quote, delimiter)) continue;
      at = Math.min(closingQuote(text, at) + 1, text.length);
      visitor.quotedCell?.(quote, at);
    } else if (newline < text.length) {
      const end = endAt(text, newline);
      visitor.recordEnd(newline, end);
      at = newline + end.length;
    } else {
      return;
    }
  }
}

/** Where the quoted cell that begins before `from` ends; the text's end where it never does. */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return text.length;
}

/** Finds the first of a character from a place on, for places that only grow; the text's length where there is none. */
function finderOf(text: string, character: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = text.indexOf(character, from);
      if (found < 0) found = text.length;
    }
    return found;
  };
}

function isCellStart(text: string, at: number, delimiter: string): boolean {
  const before = text[at - 1];
  return before === undefined || before === delimiter || before === '\n' || before === '\r';
}

function endAt(text: string, at: number): RecordEnd {
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}
