import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { KeyVault } from '../../../src/services/key-vault.ts';
import { formsOf } from '../../support/canary.ts';

const turned = (bytes: Buffer): Buffer => bytes.map((byte) => byte ^ 0xff) as Buffer;

/** Turns every byte round: no encryption, but nothing of the key is left in sight. */
export const turningVault: KeyVault = {
  canKeep: () => Promise.resolve(true),
  seal: (key) => Promise.resolve(turned(Buffer.from(key)).toString('base64')),
  unseal: (sealed) => Promise.resolve(turned(Buffer.from(sealed, 'base64')).toString()),
};

/** A key is neither in what crossed to the window nor in any file of the folder, in whatever form. */
export function expectNowhere(key: string, folder: string, crossed: readonly unknown[]): void {
  const text = inspect(crossed, { depth: null, maxStringLength: null, maxArrayLength: null });
  for (const form of formsOf(key)) expect(text.includes(form.toString('latin1'))).toBe(false);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    for (const form of formsOf(key)) expect(bytes.includes(form), `${name} holds the key`).toBe(false);
  }
}
