import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The forms in which a secret could be in a file, a message or a page, by name. */
export function namedForms(secret: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const hex = utf8.toString('hex');
  return new Map([
    ['plain', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ...base64Forms('base64', utf8),
    ...base64Forms('base64 of UTF-16LE', utf16),
    ['hex', Buffer.from(hex)],
    ['hex in capitals', Buffer.from(hex.toUpperCase())],
    ['URL-encoded', Buffer.from(encodeURIComponent(secret))],
    ['percent signs only', Buffer.from(hex.replace(/../g, '%$&'))],
    ['as JSON escapes', Buffer.from(secret.replace(/./gsu, escaped))],
  ]);
}

export const formsOf = (secret: string): readonly Buffer[] => [...namedForms(secret).values()];

/** Names of the forms in which these bytes hold the secret. */
export const formsFound = (bytes: Buffer, forms: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...forms].flatMap(([name, form]) => (bytes.includes(form) ? [name] : []));

/** Files below the folder that hold the secret, each with the form it is in. */
export function filesHolding(folder: string, secret: string): readonly string[] {
  const forms = namedForms(secret);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    const found = formsFound(readFileSync(path), forms);
    return [...found, ...formsFound(Buffer.from(name), forms)].map((form) => `${name}: ${form}`);
  });
}

/** In base64 a text looks different for each place it can begin at among three bytes; its middle is compared. */
const base64Forms = (name: string, bytes: Buffer): readonly (readonly [string, Buffer])[] =>
  [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const middle = text.slice(offset === 0 ? 0 : 4, text.length - 2);
    const inAddresses = middle.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`${name} at ${offset}`, Buffer.from(middle)],
      [`${name} for addresses at ${offset}`, Buffer.from(inAddresses)],
    ] as const;
  });

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
