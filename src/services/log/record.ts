import { crc32 } from 'node:zlib';
import type { JsonValue } from '../../core/json.ts';

/**
 * A log's lines. Each begins with the CRC-32 of the rest in hex. A record: `crc sequence json`, counted from 0. A
 * mark, written once records are durable: `crc =count`. By marks a reader tells an end that was never synced from
 * a record that was damaged later.
 */
export type Line =
  | { readonly kind: 'record'; readonly sequence: number; readonly value: JsonValue }
  | { readonly kind: 'mark'; readonly durable: number };

export const encodeRecord = (sequence: number, json: string): string => withChecksum(`${sequence} ${json}`);
export const encodeMark = (durable: number): string => withChecksum(`=${durable}`);

const withChecksum = (rest: string): string => `${checksum(rest)} ${rest}\n`;
const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

const LINE = /^([0-9a-f]{8}) (?:=(\d+)|(\d+) (.+))$/s;
const CHECKSUM_LENGTH = '01234567 '.length;

/** A line without its newline; `undefined` where it is not as it was written. */
export function decodeLine(line: string): Line | undefined {
  const match = LINE.exec(line);
  if (match?.[1] !== checksum(line.slice(CHECKSUM_LENGTH))) return undefined;
  const [, , durable, sequence, json = ''] = match;
  if (durable !== undefined) return { kind: 'mark', durable: Number(durable) };
  try {
    return { kind: 'record', sequence: Number(sequence), value: JSON.parse(json) as JsonValue };
  } catch {
    return undefined;
  }
}

const MARK_AT_END = /[0-9a-f]{8} =\d+$/;

/**
 * How many records were durable by the mark at the end of a line, also of one that begins with something else, as
 * when the newline between the two was damaged; 0 where it has none. No record ends like a mark: its JSON closes
 * with a bracket or a quote, or has no `=` before it.
 */
export function markAtEnd(text: string): number {
  const match = MARK_AT_END.exec(text);
  const line = match ? decodeLine(match[0]) : undefined;
  return line?.kind === 'mark' ? line.durable : 0;
}
