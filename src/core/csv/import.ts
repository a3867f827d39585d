import type { Diagnostic } from '../diagnostic.ts';
import { err, type Result } from '../result.ts';
import type { Sheet } from '../sheet.ts';
import { resultOf } from '../steps.ts';
import type { Delimiter, Dialect } from './dialect.ts';
import { type ByteSource, type Encoding, encodingOf, type KnownBy, STARVED, TextSlices } from './encoding.ts';
import type { FileLine } from './file-lines.ts';
import { Reading } from './reading.ts';

/** What a person may insist on; the rest is determined and shown. */
export interface ImportOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** 1-based physical line of the header, or the first below it that is not blank; what is above is left out. */
  readonly headerLine?: number;
  /** Cells like `="02138"` are read as the text within, unless a person wants to keep them as they are. */
  readonly excelText?: 'unwrap' | 'keep';
}

/** How the file was understood, and how that was known. */
export interface FileDialect extends Dialect {
  readonly encoding: Encoding;
  readonly by: KnownBy;
  readonly delimiterBy: 'choice' | 'separator line' | 'its text';
  /** 1-based physical line. */
  readonly headerLine: number;
  readonly headerBy: 'choice' | 'its text';
}

export interface ImportedSheet {
  readonly sheet: Sheet;
  readonly dialect: FileDialect;
  /** Findings about the file and its header; an error keeps all of it out of the dry run. */
  readonly diagnostics: readonly Diagnostic[];
  /** The first lines of the file as they were understood, those above the header included. */
  readonly beginning: readonly FileLine[];
  /** Words by which a person sees whether the encoding is right; none where it can't be wrong. */
  readonly specialWords: readonly string[];
}

/** The sheet, or the findings that make the file unreadable. */
export type ImportResult = Result<ImportedSheet, readonly Diagnostic[]>;

/** A file's bytes as a sheet. Nothing is trimmed, and nothing dropped without a finding. */
export function importSheet(bytes: Uint8Array, options: ImportOptions = {}): ImportResult {
  return resultOf(importSteps({ chunks: [bytes], isComplete: true }, options));
}

/**
 * The same, a slice at a time, for a window that has to stay alive: yields the number of bytes done, or that it
 * needs more of them. Window and engine run this one function over the same bytes.
 */
export function* importSteps(
  source: ByteSource,
  options: ImportOptions = {},
): Generator<number | typeof STARVED, ImportResult> {
  while (!source.isComplete && bytesIn(source.chunks) < START_BYTES) yield STARVED;
  const start = encodingOf(startOf(source.chunks), options.encoding);
  if (!start.ok) return err([start.error]);
  const text = new TextSlices(source, start.value);
  let reading = new Reading(options, text.encoding);
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
      reading = new Reading(options, text.encoding);
      continue;
    }
    reading.add(step.value.text);
    yield step.value.bytesDone;
  }
  return reading.finish(text.by);
}

const START_BYTES = 4_096;

const bytesIn = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((bytes, { length }) => bytes + length, 0);

/** Enough of the beginning to tell an encoding, however small the chunks are. */
function startOf(chunks: readonly Uint8Array[]): Uint8Array {
  const start: number[] = [];
  for (const chunk of chunks) {
    start.push(...chunk.subarray(0, START_BYTES - start.length));
    if (start.length >= START_BYTES) break;
  }
  return Uint8Array.from(start);
}
