import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesHolding, formsFound, namedForms } from './canary.ts';

const SECRET = 'c4n+ry/61f0e7d2%4c95a83';
const AROUND = ['', 'x', 'Be', 'arer', 'sk_te', 'sk_test_'];

/** As programs would write it down that know nothing of how it is looked for. */
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  plain: (text) => Buffer.from(text),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  base64: (text) => Buffer.from(btoa(text)),
  base64url: (text) => Buffer.from(Buffer.from(text).toString('base64url')),
  'base64 of UTF-16LE': (text) => Buffer.from(Buffer.from(text, 'utf16le').toString('base64')),
  hex: (text) => Buffer.from(Buffer.from(text).toString('hex')),
  HEX: (text) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
  'in an address': (text) => Buffer.from(encodeURIComponent(text)),
};

describe('the search for a secret', () => {
  it.each(Object.keys(ENCODINGS))('finds it as %s, whatever is around it', (encoding) => {
    const encode = ENCODINGS[encoding];
    for (const before of AROUND) {
      for (const after of AROUND) {
        const bytes = Buffer.concat([
          Buffer.from([0, 255, 128]),
          encode?.(before + SECRET + after) ?? Buffer.alloc(0),
          Buffer.from([7]),
        ]);
        expect(formsFound(bytes, namedForms(SECRET)), `${before} … ${after}`).not.toEqual([]);
        expect(formsFound(bytes, namedForms('c4n+ry/71f0e7d2%4c95a83'))).toEqual([]);
      }
    }
  });

  it('names the files that hold it, however deep, and those that are called so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'patchsheet-search-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    writeFileSync(join(folder, 'deep/er/file.bin'), Buffer.from(`..${SECRET}..`, 'utf16le'));
    writeFileSync(join(folder, 'deep/harmless'), 'nothing');
    writeFileSync(join(folder, `deep/${encodeURIComponent(SECRET)}.txt`), '');
    expect(filesHolding(folder, SECRET).toSorted()).toEqual([
      'deep/c4n%2Bry%2F61f0e7d2%254c95a83.txt: URL-encoded',
      // Between zeros either is the other one, moved by a byte.
      'deep/er/file.bin: UTF-16BE',
      'deep/er/file.bin: UTF-16LE',
    ]);
  });
});
