import type { Diagnostic } from '../diagnostic.ts';
import { err, ok, type Result } from '../result.ts';
import type { Sheet } from '../sheet.ts';
import { finding } from '../words/diagnostics.ts';
import { type Delimiter, type Dialect, detectDelimiter } from './dialect.ts';
import { type ByteSource, type Encoding, encodingOf, type KnownBy, STARVED, TextSlices } from './encoding.ts';
import { CsvParser } from './parse.ts';
import { SheetBuilder } from './sheet-builder.ts';

/** What a person may insist on; the rest is determined and shown. */
export interface ImportOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

/** How the file was understood. */
export interface FileDialect extends Dialect {
  readonly encoding: Encoding;
  /** How the encoding was known. */
  readonly by: KnownBy;
}

export interface ImportedSheet {
  readonly sheet: Sheet;
  readonly dialect: FileDialect;
  /** Findings about the file and its header; an error keeps all of it out of the dry run. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The sheet, or the findings that make the file unreadable. */
export type ImportResult = Result<ImportedSheet, readonly Diagnostic[]>;

/** A file's bytes as a sheet. Nothing is trimmed, and nothing dropped without a finding. */
export function importSheet(bytes: Uint8Array, options: ImportOptions = {}): ImportResult {
  const steps = importSteps({ chunks: [bytes], isComplete: true }, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, a slice at a time, for a window that has to stay alive: yields the number of bytes done, or that it
 * needs more of them. Window and engine run this one function over the same bytes.
 */
export function* importSteps(
  source: ByteSource,
  options: ImportOptions = {},
): Generator<number | typeof STARVED, ImportResult> {
  let beginning = startOf(source.chunks);
  while (beginning.length < START_BYTES && !source.isComplete) {
    yield STARVED;
    beginning = startOf(source.chunks);
  }
  const start = encodingOf(beginning, options.encoding);
  if (!start.ok) return err([start.error]);
  const text = new TextSlices(source, start.value);
  let reading = new Reading(options.delimiter);
  const slices = text.slices();
  for (;;) {
    const step = slices.next();
    if (step.done) {
      if (!step.value.ok) return err([step.value.error]);
      break;
    }
    if (step.value === STARVED) {
      yield STARVED;
      continue;
    }
    if (step.value.kind === 'restart') {
      reading = new Reading(options.delimiter);
      continue;
    }
    reading.add(step.value.text);
    yield step.value.bytesDone;
  }
  return reading.finish(text.encoding, text.by);
}

const START_BYTES = 4_096;

/** Enough of the beginning to tell an encoding, however small the chunks are. */
function startOf(chunks: readonly Uint8Array[]): Uint8Array {
  const start: number[] = [];
  for (const chunk of chunks) {
    start.push(...chunk.subarray(0, START_BYTES - start.length));
    if (start.length >= START_BYTES) break;
  }
  return Uint8Array.from(start);
}

/** So much of the text decides on the delimiter. */
const DELIMITER_SAMPLE = 64 * 1024;

/** One try at reading a text with one encoding. */
class Reading {
  #delimiter: Delimiter | undefined;
  #parser: CsvParser | undefined;
  readonly #builder = new SheetBuilder();
  /** Text from before the delimiter was decided on. */
  #sample = '';
  #nuls = 0;

  constructor(delimiter: Delimiter | undefined) {
    this.#delimiter = delimiter;
  }

  add(text: string): void {
    for (let at = text.indexOf('\u0000'); at >= 0; at = text.indexOf('\u0000', at + 1)) this.#nuls++;
    if (this.#parser) {
      this.#builder.add(this.#parser.push(text));
      return;
    }
    this.#sample += text;
    if (this.#sample.length >= DELIMITER_SAMPLE) this.#begin();
  }

  finish(encoding: Encoding, by: KnownBy): ImportResult {
    const parser = this.#parser ?? this.#begin();
    this.#builder.add(parser.end());
    const delimiter = this.#delimiter ?? ',';
    const { newline } = parser;
    const diagnostics: Diagnostic[] = [];
    if (by === 'assumption') diagnostics.push(finding('assumed_windows_1252', { kind: 'file' }));
    if (this.#nuls > 0) diagnostics.push(finding('nul_characters', { kind: 'file' }, { total: this.#nuls }));
    if (newline === 'mixed')
      diagnostics.push(finding('mixed_newlines', { kind: 'file' }, { kinds: parser.newlineNames }));
    diagnostics.push(...parser.diagnostics);
    const built = this.#builder.finish();
    if (!built.ok) return err([...diagnostics, ...built.error]);
    const { sheet, findings } = built.value;
    return ok({
      sheet,
      dialect: { delimiter, newline, encoding, by },
      diagnostics: [...diagnostics, ...findings],
    });
  }

  #begin(): CsvParser {
    this.#delimiter ??= detectDelimiter(this.#sample);
    this.#parser = new CsvParser(this.#delimiter);
    this.#builder.add(this.#parser.push(this.#sample));
    this.#sample = '';
    return this.#parser;
  }
}
