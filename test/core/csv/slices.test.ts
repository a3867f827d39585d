import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSheet } from '../../../src/core/csv/import.ts';
import { bytesOf } from '../making.ts';
import { importInChunks } from './in-chunks.ts';

function chunked(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

const ROW = '6437f749;"Zoë, 日本\r\n""Müller""";02134; x \r\n';
const TEXT = `id;name;zip;note\r\n${ROW.repeat(8_000)}`;
const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => Math.min(character.charCodeAt(0), 255));

describe('a file that comes in chunks', () => {
  it.each([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${TEXT}`)],
    ['Windows-1252', latin1(TEXT)],
    ['Windows-1252 that shows late', latin1(`${TEXT.replaceAll(/[^\x20-\x7e\r\n]/g, 'e')}1;é;2;3\r\n`)],
  ])('is the same sheet as in one piece: %s', (_, bytes) => {
    const whole = importSheet(bytes);
    expect(whole.ok && whole.value.sheet.rowCount).toBeGreaterThanOrEqual(8_000);
    for (const size of [1_021, 65_537, bytes.length]) {
      expect(importInChunks(chunked(bytes, size)).result).toStrictEqual(whole);
    }
  });

  it('is so wherever a small one is cut', () => {
    const bytes = bytesOf('\ufeffid;name\r\n1;"Zoë\r\n""x"""\r\n2;日本;3\r\n');
    const whole = importSheet(bytes);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (size) => {
        expect(importInChunks(chunked(bytes, size)).result).toStrictEqual(whole);
      }),
    );
  });

  it('says how far it is, and gets to the end', () => {
    const bytes = bytesOf(TEXT);
    const { done } = importInChunks([bytes]);
    expect(done.length).toBeGreaterThan(1);
    expect(done.every((count, at) => at === 0 || count > (done[at - 1] ?? 0))).toBe(true);
    expect(done.at(-1)).toBe(bytes.length);
  });

  it('with a quotation mark that is never closed does not take for ever', () => {
    const bytes = bytesOf(`id;name\n1;"${'x;y\n'.repeat(500_000)}`);
    const { result } = importInChunks(chunked(bytes, 16_384));
    expect(result.ok && result.value.diagnostics.map(({ code }) => code)).toContain('unclosed_quote');
  });
});
