import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/core/json.ts';
import { curlCommand, customerPath, requestText } from '../../src/core/request-text.ts';

const BASE_URL = 'https://api.atlas.example/functions/v1';
const KEY = 'the key of this shell';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-curl-'));
  // Says what it was called with, each argument ended by NUL.
  writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf \'%s\\0\' "$@"\n');
  chmodSync(join(folder, 'curl'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commandFor = (body: JsonValue, id = 'c1'): string =>
  curlCommand({ method: 'PATCH', path: customerPath(id), body }, BASE_URL);

/** What curl would be called with, as a real shell takes the command. */
function argumentsOf(command: string): readonly string[] {
  const said = execFileSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, ATLAS_KEY: KEY },
  });
  return said.split('\0').slice(0, -1);
}

const after = (args: readonly string[], flag: string): readonly string[] =>
  args.flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ''] : []));

describe('the request as a command', () => {
  it('calls curl with the request that the app sends, and the key of the shell', () => {
    const args = argumentsOf(commandFor({ phone: '+1 617 555 0100' }));
    expect(after(args, '--request')).toEqual(['PATCH']);
    expect(args).toContain(`${BASE_URL}/customers/c1`);
    expect(after(args, '--header')).toEqual([
      `Authorization: Bearer ${KEY}`,
      'Content-Type: application/json',
    ]);
    expect(after(args, '--data-raw')).toEqual(['{"phone":"+1 617 555 0100"}']);
    expect(commandFor({})).toContain('$ATLAS_KEY');
  });

  it.each([
    ['quotes', `O'Brien's "best" \`friend\``],
    ['quotes one after the other', `'''`],
    ['what shells replace', '$HOME $(id) ${PATH} `id` ~ * ? [a] {a,b} !! !$ \\ \\n #'],
    ['line ends and tabs', 'one\ntwo\r\nthree\tfour'],
    ['a leading @', '@/etc/passwd'],
    ['a leading dash', '--output=/tmp/x'],
    ['other writing', 'Çağrı 東京都 Ελλάδα 😀 e\u0301'],
    ['half a character', '\ud800'],
    ['nothing', ''],
  ])('carries %s to curl as the app would send them, byte for byte', (_what, text) => {
    const body = { name: text, metadata: { [text]: text } };
    expect(after(argumentsOf(commandFor(body)), '--data-raw')).toEqual([JSON.stringify(body)]);
  });

  it('hides from the terminal what it could take for keys or show in another order; the value stays', () => {
    const body = { name: 'a\u007fb\u009b2Jc\u202ed\u2066e\u2028f\u0003' };
    const command = commandFor(body);
    expect(command.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u);
    const [sent = ''] = after(argumentsOf(command), '--data-raw');
    expect(JSON.parse(sent)).toEqual(body);
  });

  it('asks for the customer under any id', () => {
    const id = `a/b?c#d'e f[1-9]{x,y}`;
    expect(argumentsOf(commandFor({}, id))).toContain(`${BASE_URL}/customers/${encodeURIComponent(id)}`);
  });
});

it('the request in words is its line and its body', () => {
  const request = { method: 'PATCH', path: '/customers/c1', body: { name: 'A' } } as const;
  expect(requestText(request)).toBe('PATCH /customers/c1\n\n{\n  "name": "A"\n}\n');
});
