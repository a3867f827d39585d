import Papa from 'papaparse';
import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../words/diagnostics.ts';
import type { Delimiter, Newline } from './dialect.ts';
import { layoutOf, lineBreaksIn, withUniformNewlines } from './records.ts';
import { SomeLines } from './some-lines.ts';
import type { RecordEnd } from './walk.ts';

/** Whole records out of a text, as far as they go. */
export interface ParsedBlock {
  /** Records with their cells' exact text, blank lines included. */
  readonly records: readonly (readonly string[])[];
  /** 1-based physical line on which each record begins. */
  readonly lines: readonly number[];
  /** Whether a cell may be written as `="02138"`; where not, none has to be looked at. */
  readonly mayHoldExcelText: boolean;
}

/** Places that are named; where quotation marks are out of order once, the rest of the file often follows. */
const MOST_QUOTE_ERRORS = 10;
const NEWLINE_NAMES = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' } as const;

/**
 * Text to records, block by block: a block ends where a record does, outside quotation marks. Everything stays
 * text: `dynamicTyping` would turn 02134 into 2134.
 */
export class CsvParser {
  readonly #delimiter: Delimiter;
  readonly #newlines = new Set<RecordEnd>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #spaced = new SomeLines();
  readonly #nuls = new SomeLines();
  #quoteErrors = 0;
  #rest = '';
  /** Text that was looked at before without finding the end of a record is looked at again only when it has doubled. */
  #searched = 0;
  #line = 1;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  get newline(): Newline {
    const [only = '\n'] = this.#newlines;
    return this.#newlines.size > 1 ? 'mixed' : only;
  }

  get diagnostics(): readonly Diagnostic[] {
    const file = { kind: 'file' } as const;
    const more = this.#quoteErrors - this.#diagnostics.length;
    return [
      ...(this.#nuls.total > 0 ? [finding('nul_characters', file, this.#nuls)] : []),
      ...(this.#newlines.size > 1
        ? [finding('mixed_newlines', file, { kinds: [...this.#newlines].map((end) => NEWLINE_NAMES[end]) })]
        : []),
      ...this.#diagnostics,
      ...(more > 0 ? [finding('more_quote_errors', file, { total: more })] : []),
      ...(this.#spaced.total > 0 ? [finding('spaces_after_quote', file, this.#spaced)] : []),
    ];
  }

  /** Adds text; returns the records that are complete by now. */
  push(text: string): ParsedBlock {
    this.#rest += text;
    return this.#rest.length < 2 * this.#searched ? NOTHING : this.#take(false);
  }

  /** Returns the records that are left. */
  end(): ParsedBlock {
    return this.#take(true);
  }

  #take(isLast: boolean): ParsedBlock {
    const layout = layoutOf(this.#rest, this.#delimiter, isLast);
    this.#searched = layout.end === 0 ? this.#rest.length : 0;
    const block = this.#rest.slice(0, layout.end);
    if (block === '') return NOTHING;
    this.#rest = this.#rest.slice(layout.end);
    const firstLine = this.#line;
    for (const end of layout.recordEnds) this.#newlines.add(end);
    for (const line of layout.spacedLines) this.#spaced.add(firstLine + line);
    this.#noteNuls(block, firstLine);
    const isMixed = layout.recordEnds.size > 1;
    const uniform = isMixed ? withUniformNewlines(block, this.#delimiter) : block;
    const [only = '\n'] = layout.recordEnds;
    const { data: records, errors } = Papa.parse<string[]>(withSpareMark(uniform), {
      delimiter: this.#delimiter,
      newline: isMixed ? '\n' : only,
      quoteChar: '"',
      escapeChar: '"',
      header: false,
      dynamicTyping: false,
      skipEmptyLines: false,
    });
    this.#addQuoteErrors(errors, uniform, firstLine);
    // The newline that ends the block ends its last record; it does not begin another.
    const last = records.at(-1);
    if (last?.length === 1 && last[0] === '') records.pop();
    const lines =
      errors.length === 0 ? layout.lines.map((line) => firstLine + line) : linesOf(records, firstLine);
    this.#line = firstLine + (layout.lines.at(-1) ?? 0);
    return { records, lines, mayHoldExcelText: block.includes('="') };
  }

  #noteNuls(text: string, firstLine: number): void {
    let line = firstLine;
    let from = 0;
    for (let at = text.indexOf(NUL); at >= 0; at = text.indexOf(NUL, at + 1)) {
      line += lineBreaksIn(text, from, at);
      from = at;
      this.#nuls.add(line);
    }
  }

  #addQuoteErrors(errors: readonly Papa.ParseError[], text: string, firstLine: number): void {
    for (const error of errors) {
      if (error.type !== 'Quotes' || ++this.#quoteErrors > MOST_QUOTE_ERRORS) continue;
      const code = error.code === 'MissingQuotes' ? 'unclosed_quote' : 'text_after_quote';
      const line = firstLine + lineBreaksIn(text, 0, error.index ?? 0);
      this.#diagnostics.push(finding(code, { kind: 'line', line }));
    }
  }
}

const BYTE_ORDER_MARK = '\ufeff';

/** PapaParse takes a byte order mark off whatever it is given; at the beginning of a block it is a cell's text. */
const withSpareMark = (text: string): string =>
  text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + text : text;

const NUL = '\u0000';

const NOTHING: ParsedBlock = { records: [], lines: [], mayHoldExcelText: false };

/** Where quotation marks are out of order, records end where PapaParse says. */
function linesOf(records: readonly (readonly string[])[], firstLine: number): readonly number[] {
  let line = firstLine;
  return records.map((record) => {
    const start = line;
    line += 1 + record.reduce((breaks, cell) => breaks + lineBreaksIn(cell, 0, cell.length), 0);
    return start;
  });
}
