import type { JsonValue } from '../../core/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { decodeRecord } from './record.ts';

export interface LogContent {
  readonly records: readonly JsonValue[];
  /** Bytes up to the end of the last whole record. What follows was torn off by a crash and is dropped. */
  readonly wholeBytes: number;
  readonly tornBytes: number;
}

/** A record that was written whole was changed since. Said, never guessed around. */
export interface LogDamage {
  /** 1-based. */
  readonly record: number;
}

/**
 * Reads a log's bytes. A last record without its newline is torn and dropped: nothing depended on it, since
 * whoever wrote it was never told that it was durable.
 */
export function readLog(bytes: Buffer): Result<LogContent, LogDamage> {
  const records: JsonValue[] = [];
  let at = 0;
  for (let end = bytes.indexOf(NEWLINE, at); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
    const value = decodeRecord(bytes.toString('utf8', at, end), records.length);
    if (value === undefined) return err({ record: records.length + 1 });
    records.push(value);
    at = end + 1;
  }
  return ok({ records, wholeBytes: at, tornBytes: bytes.length - at });
}

const NEWLINE = 10;
