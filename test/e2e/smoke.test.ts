import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from './support/launch.ts';

/** Whether Electron can be driven here at all; if not, every other test of the app fails for this reason. */
describe('Electron, with the smallest app', () => {
  let launched: Launched;

  beforeAll(async () => {
    launched = await launch({ appFolder: join(import.meta.dirname, 'smoke') });
    return launched.close;
  });

  it('shows a page from the app’s own scheme', async () => {
    await launched.window.waitForURL('smoke://app/');
    expect(await launched.window.innerText('h1')).toBe('Served by the app’s own scheme');
  });

  it('knows the app by its package.json and keeps its profile where the test wants it', async () => {
    const known = await launched.app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      appPath: app.getAppPath(),
      profile: app.getPath('userData'),
    }));
    expect(known).toEqual({
      name: 'Smoke',
      version: '7.7.7',
      appPath: join(import.meta.dirname, 'smoke'),
      profile: launched.profile,
    });
  });

  it('has a window without Node, in the sandbox', async () => {
    expect(await launched.window.evaluate('[typeof require, typeof process, typeof module]')).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
    expect(await launched.window.evaluate('smoke.isSandboxed()')).toBe(true);
  });

  it('reaches the window through what preload offers, and nothing else of it', async () => {
    expect(await launched.window.evaluate('Object.keys(smoke)')).toEqual(['isSandboxed']);
  });
});
