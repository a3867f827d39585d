import { crc32 } from 'node:zlib';
import type { JsonValue } from '../../core/json.ts';

/**
 * A log's lines. Each begins with the CRC-32 of the rest in hex, and says how many records were durable when it
 * was written; by that a reader tells an end that was never synced from a record that was damaged later.
 *
 * A record: `crc sequence durable json`, counted from 0. A mark, written when nothing follows soon: `crc =durable`.
 */
export type Line =
  | {
      readonly kind: 'record';
      readonly sequence: number;
      readonly durable: number;
      readonly value: JsonValue;
    }
  | { readonly kind: 'mark'; readonly durable: number };

export const encodeRecord = (sequence: number, durable: number, json: string): string =>
  withChecksum(`${sequence} ${durable} ${json}`);

export const encodeMark = (durable: number): string => withChecksum(`=${durable}`);

const withChecksum = (rest: string): string => `${checksum(rest)} ${rest}\n`;
const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

const LINE = /^([0-9a-f]{8}) (?:=(\d+)|(\d+) (\d+) (.+))$/s;
const CHECKSUM_LENGTH = '01234567 '.length;

/** A line without its newline; `undefined` where it is not as it was written. */
export function decodeLine(line: string): Line | undefined {
  const match = LINE.exec(line);
  if (match?.[1] !== checksum(line.slice(CHECKSUM_LENGTH))) return undefined;
  const [, , mark, sequence, durable, json = ''] = match;
  if (mark !== undefined) return { kind: 'mark', durable: Number(mark) };
  try {
    return {
      kind: 'record',
      sequence: Number(sequence),
      durable: Number(durable),
      value: JSON.parse(json) as JsonValue,
    };
  } catch {
    return undefined;
  }
}

const MARK_AT_END = /[0-9a-f]{8} =\d+$/;

/**
 * The mark at the end of a line whose beginning is something else, as when the newline between the two was
 * damaged. No record ends like one: its JSON closes with a bracket or a quote, or has no `=` before it.
 */
export function markAtEnd(line: string): Line | undefined {
  const match = MARK_AT_END.exec(line);
  return match ? decodeLine(match[0]) : undefined;
}
