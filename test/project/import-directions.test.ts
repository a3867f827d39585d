import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkImportDirections } from '../../scripts/lib/import-directions.ts';

/** A tree in which every import is allowed; each test plants one that is not. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/core/zod.ts': `export { z } from 'zod';`,
  'src/core/json.ts': `export type Json = string;\nexport const isJson = true;`,
  'src/core/atlas.ts': `import { z } from './zod.ts';\nimport type { Json } from './json.ts';\nexport const customer: Json = z;`,
  'src/contract/names.ts': `export const names = ['open'];`,
  'src/contract/commands.ts': `import { customer } from '../core/atlas.ts';\nexport { names } from './names.ts';\nexport const input = customer;`,
  'src/services/client.ts': `import 'node:http';\nimport 'undici';\nimport { input } from '../contract/commands.ts';\nexport const client = input;`,
  'src/practice/server.ts': `import 'node:http';\nimport type { Json } from '../core/json.ts';\nexport const server: Json = '';`,
  'src/engine/methods.ts': `import { input } from '../contract/commands.ts';\nexport const methods = input;`,
  'src/engine/main.ts': `import { client } from '../services/client.ts';\nimport { server } from '../practice/server.ts';\nimport { methods } from './methods.ts';\nexport const engine = [client, server, methods];`,
  'src/main/main.ts': `import 'electron';\nimport { client } from '../services/client.ts';\nimport { methods } from '../engine/methods.ts';\nexport const app = [client, methods];`,
  'src/preload/preload.ts': `import 'electron';\nimport { names } from '../contract/names.ts';\nexport const bridge = names;`,
  'src/cli/main.ts': `import 'node:fs';\nimport { client } from '../services/client.ts';\nimport { server } from '../practice/server.ts';\nexport const cli = [client, server];`,
  'src/renderer/grid.ts': `import 'ag-grid-community';\nimport { input } from '../contract/commands.ts';\nimport { customer } from '../core/atlas.ts';\nexport const grid = [input, customer];`,
  'scripts/tool.ts': 'export const tool = 1;',
  'package.json': '{ "name": "planted", "type": "module" }',
};

/** Packages stand in as empty files; whether they do what they say is not the question here. */
const PACKAGES = ['zod', 'undici', 'electron', 'ag-grid-community', 'left-pad'];

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'patchsheet-imports-')));
  for (const [path, text] of Object.entries(ALLOWED)) write(path, text);
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the check of import directions', () => {
  it('is content with a tree that keeps to the rules', async () => {
    expect(await checkImportDirections(folder)).toBe('');
  });

  it.each([
    ['core reaching into a room around it', 'core/a.ts', `import '../services/client.ts';`, 'room-core'],
    [
      'core reaching there for a type',
      'core/a.ts',
      `import type { x } from '../services/client.ts';`,
      'room-core',
    ],
    [
      'core reaching there when run',
      'core/a.ts',
      `export const a = () => import('../cli/main.ts');`,
      'room-core',
    ],
    [
      'core reaching there from within a class',
      'core/a.ts',
      `export class A { #b = { c: async () => [await import('../cli/main.ts')] satisfies unknown[] }; }`,
      'room-core',
    ],
    ['core passing on what is elsewhere', 'core/a.ts', `export * from '../practice/server.ts';`, 'room-core'],
    ['the contract knowing a service', 'contract/a.ts', `import '../services/client.ts';`, 'room-contract'],
    [
      'a service knowing the practice server',
      'services/a.ts',
      `import '../practice/server.ts';`,
      'room-services',
    ],
    ['the engine knowing the app', 'engine/a.ts', `import '../main/main.ts';`, 'room-engine'],
    ['the app doing the engine’s work', 'main/a.ts', `import '../engine/main.ts';`, 'room-main'],
    ['the app knowing the terminal', 'main/a.ts', `import '../cli/main.ts';`, 'room-main'],
    ['the terminal knowing the app', 'cli/a.ts', `import '../main/main.ts';`, 'room-cli'],
    ['the window knowing a service', 'renderer/a.tsx', `import '../services/client.ts';`, 'room-renderer'],
    ['preload knowing a schema', 'preload/a.ts', `import '../contract/commands.ts';`, 'room-preload'],
    [
      'practice running our code',
      'practice/a.ts',
      `import { isJson } from '../core/json.ts';`,
      'practice-types-only',
    ],
    [
      'practice knowing other types',
      'practice/a.ts',
      `import type { z } from '../core/zod.ts';`,
      'room-practice',
    ],
    ['a file in no room', 'stray/a.ts', `import '../core/json.ts';`, 'room-unknown'],
    ['Node in core', 'core/a.ts', `import { join } from 'node:path';`, 'no-node'],
    ['Node in the window', 'renderer/a.ts', `import { join } from 'path';`, 'no-node'],
    ['Electron in a service', 'services/a.ts', `import type { App } from 'electron';`, 'package-electron'],
    ['the grid in the host', 'main/a.ts', `import 'ag-grid-community';`, 'package-ag-grid-community'],
    ['undici in the terminal', 'cli/a.ts', `import 'undici';`, 'package-undici'],
    ['Node’s http in the terminal', 'cli/a.ts', `import 'node:https';`, 'network'],
    ['zod that is not configured', 'contract/a.ts', `import { z } from 'zod';`, 'package-zod'],
    ['a part of zod', 'services/a.ts', `import { z } from 'zod/mini';`, 'package-zod'],
    ['a package nobody listed', 'core/a.ts', `import 'left-pad';`, 'package-unlisted'],
    ['a package that is not installed', 'core/a.ts', `import 'right-pad';`, 'not-found'],
    ['a script in what is shipped', 'cli/a.ts', `import '../../scripts/tool.ts';`, 'not-outside-src'],
    ['a file that is not there', 'core/a.ts', `import './b.ts';`, 'not-found'],
  ])('finds %s', async (_, path, text, rule) => {
    write(`src/${path}`, text);
    expect(await checkImportDirections(folder)).toContain(rule);
  });

  it('finds modules in a circle', async () => {
    write('src/core/a.ts', `export { b } from './b.ts';\nexport const a = 1;`);
    write('src/core/b.ts', `export { a } from './a.ts';\nexport const b = 1;`);
    expect(await checkImportDirections(folder)).toContain('no-circle');
  });

  it('leaves types alone that know each other', async () => {
    write('src/core/a.ts', `import type { B } from './b.ts';\nexport type A = B | 1;`);
    write('src/core/b.ts', `import type { A } from './a.ts';\nexport type B = A | 2;`);
    expect(await checkImportDirections(folder)).toBe('');
  });

  it('says so when it did not read a file', async () => {
    write('src/core/old.cts', `import services = require('../services/client.ts');`);
    expect(await checkImportDirections(folder)).toMatch(/old\.cts/);
  });
});
