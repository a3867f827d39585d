import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const SOURCE = join(import.meta.dirname, '../bare-app');

/** A folder with the bare app in it, its page's packages bundled as the app's own are. */
export async function buildBareApp(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'patchsheet-bare-'));
  for (const file of ['package.json', 'main.mjs', 'index.html'])
    cpSync(join(SOURCE, file), join(folder, file));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'chrome130',
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(SOURCE, 'page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
