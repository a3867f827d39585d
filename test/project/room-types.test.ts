import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageBin } from '../../scripts/lib/package-bin.ts';
import { root } from '../../scripts/lib/paths.ts';
import { runNode } from '../../scripts/lib/run.ts';

/** Compiles a text as if it were a file of a room, and gives what the compiler says. */
async function compileIn(folder: string, room: string, text: string): Promise<string> {
  writeFileSync(join(folder, 'planted.ts'), text);
  const config = {
    extends: join(root, 'src', room, 'tsconfig.json'),
    compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true, rootDir: folder },
    include: [join(folder, 'planted.ts')],
    references: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return (await runNode([packageBin('typescript', 'tsc'), '--project', folder])).output;
}

describe('core, to the compiler,', () => {
  let folder: string;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'patchsheet-types-')));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is a place where plain code compiles', async () => {
    expect(await compileIn(folder, 'core', 'export const a: readonly string[] = [];')).toBe('');
  });

  it.each(['process', 'Buffer', 'setTimeout', 'document', 'window', 'fetch', 'crypto', 'performance'])(
    'does not know %s',
    async (name) => {
      expect(await compileIn(folder, 'core', `export const a = ${name};`)).toContain(`'${name}'`);
    },
  );

  it('does not let an index that may miss pass for a hit', async () => {
    expect(await compileIn(folder, 'core', 'export const a: string = ([] as string[])[0];')).toContain(
      'undefined',
    );
  });
});
