import type { JsonValue } from '../../core/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { decodeLine, type Line, markAtEnd } from './record.ts';

export interface LogContent {
  readonly records: readonly JsonValue[];
  /** Bytes up to the end of the last whole line. What follows was never durable and is dropped. */
  readonly wholeBytes: number;
  readonly tornBytes: number;
}

/** A record that was durable was changed since. Said, never guessed around. */
export interface LogDamage {
  /** 1-based. */
  readonly record: number;
  /** Where its line begins in the file, from 0. */
  readonly byte: number;
}

/**
 * Reads a log's bytes. What a crash or a power cut left unfinished at the end is dropped: nothing depended on it,
 * since whoever wrote it was never told that it was durable. That is half a line, or a gap of zeros, which a file
 * system leaves where a later piece reached the disk and an earlier one did not. Anything else is damage, and so
 * is a gap where a mark after it says that a record in the gap was durable.
 */
export function readLog(bytes: Buffer): Result<LogContent, LogDamage> {
  const records: JsonValue[] = [];
  let at = 0;
  for (const { text, end } of linesOf(bytes, 0)) {
    const line = decodeLine(text);
    if (!line || !isInTurn(line, records.length)) {
      if (isUnfinished(text, bytes, at, records.length)) break;
      return err({ record: records.length + 1, byte: at });
    }
    if (line.kind === 'record') records.push(line.value);
    at = end;
  }
  return ok({ records, wholeBytes: at, tornBytes: bytes.length - at });
}

const isInTurn = (line: Line, count: number): boolean =>
  line.kind === 'mark' ? line.durable <= count : line.sequence === count;

function isUnfinished(text: string, bytes: Buffer, from: number, count: number): boolean {
  if (!text.includes('\u0000')) return false;
  for (const { text: later } of linesOf(bytes, from)) if (markAtEnd(later) > count) return false;
  return true;
}

const NEWLINE = 10;

/** Lines without their newline, and where the next one begins; an end without a newline is none. */
function* linesOf(bytes: Buffer, from: number): Generator<{ readonly text: string; readonly end: number }> {
  let at = from;
  for (let end = bytes.indexOf(NEWLINE, at); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
    yield { text: bytes.toString('utf8', at, end), end: end + 1 };
    at = end + 1;
  }
}
