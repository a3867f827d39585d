import type { Encoding } from '../../../../src/core/csv/encoding.ts';

/** A text's bytes in an encoding; a character that it does not have is a defect of the test. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return wide(text, encoding === 'utf-16le');
  const bytesByCharacter = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = bytesByCharacter.get(character);
      if (!bytes) throw new Error(`There is no ${character} in ${encoding}`);
      return bytes;
    }),
  );
}

function wide(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittleEndian);
  return new Uint8Array(view.buffer);
}

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** Nothing encodes to legacy encodings here, so what decodes is turned round. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    const character = decoded(encoding, bytes);
    if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  for (let byte = 0x80; byte < 0x100; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  tables.set(encoding, table);
  return table;
}

function decoded(encoding: Encoding, bytes: readonly number[]): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return '';
  }
}
