import { crc32 } from 'node:zlib';
import type { JsonValue } from '../../core/json.ts';

/** A log's records are lines: CRC-32 of the rest in hex, sequence number from 0, JSON. */
export function encodeRecord(sequence: number, value: JsonValue): string {
  const rest = `${sequence} ${JSON.stringify(value)}`;
  return `${checksum(rest)} ${rest}\n`;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

const LINE = /^([0-9a-f]{8}) ((\d+) (.+))$/s;

/** A line without its newline; `undefined` where it is damaged or not the one expected. */
export function decodeRecord(line: string, expectedSequence: number): JsonValue | undefined {
  const match = LINE.exec(line);
  if (!match) return undefined;
  const [, sum = '', rest = '', sequence = '', json = ''] = match;
  if (sum !== checksum(rest) || Number(sequence) !== expectedSequence) return undefined;
  try {
    return JSON.parse(json) as JsonValue;
  } catch {
    return undefined;
  }
}
