import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN } from '../../src/contract/names.ts';
import { filesHolding, formsOf } from '../support/canary.ts';
import { invoke, must } from './support/bridge.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { textOfPage } from './support/page-text.ts';

/** The wall around the window, in the real app as it is shipped. */
let launched: Launched;
let page: Page;
/** Somebody outside, who would see it if anything got out. */
let outside: Server;
let outsideUrl: string;
const seenOutside: string[] = [];

interface Watched {
  violations: string[];
}

beforeAll(async () => {
  outside = createServer((request, response) => {
    seenOutside.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    // To a key it says what Atlas says to a wrong one.
    response.writeHead(request.url?.startsWith('/v1') === true ? 401 : 200);
    response.end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  launched = await launchApp();
  page = launched.window;
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      watched.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.reload();
  await page.waitForLoadState('networkidle');
});

afterAll(async () => {
  await launched.close();
  await new Promise((resolve) => outside.close(resolve));
});

const violations = (): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).violations);

describe('the window', () => {
  it('starts without a single violation of its policy', async () => {
    expect(page.url()).toBe(`${APP_ORIGIN}/`);
    expect(await violations()).toEqual([]);
  });

  it('has no Node and no Electron, only what preload offers', async () => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    const found = await page.evaluate((all) => all.filter((name) => name in globalThis), names);
    expect(found).toEqual([]);
    const offered = await page.evaluate('Object.keys(patchsheet).sort()');
    expect(offered).toEqual(['importDropped', 'invoke', 'subscribe']);
  });

  it('is refused commands and events that are none', async () => {
    const tries = ['patchsheet.invoke("constructor", {})', 'patchsheet.invoke("app.quit", {})'];
    for (const text of tries) await expect(page.evaluate(text)).rejects.toThrow('no such command');
    await expect(page.evaluate('patchsheet.subscribe("patchsheet:event", () => {})')).rejects.toThrow(
      'no such event',
    );
  });

  it('can’t pass off a file it made as one that was dropped', async () => {
    const result = await page.evaluate('patchsheet.importDropped(new File(["id"], "/etc/hostname"))');
    expect(result).toMatchObject({ ok: false, error: { code: 'nothing_dropped' } });
    await expect(page.evaluate('patchsheet.importDropped("/etc/hostname")')).rejects.toThrow(/File/);
  });

  it('runs its own scripts only: none that got into the page, none out of a text', async () => {
    const before = (await violations()).length;
    const tried = await page.evaluate(() => {
      const globals = globalThis as unknown as { ran: string[] };
      globals.ran = [];
      const tries: readonly (() => void)[] = [
        () => {
          const image = document.createElement('img');
          image.setAttribute('onerror', 'ran.push("attribute")');
          image.src = 'data:,';
          document.body.append(image);
        },
        () => {
          const script = document.createElement('script');
          script.textContent = 'ran.push("inline")';
          document.body.append(script);
        },
        () => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran.push(1)">');
        },
        () => {
          // oxlint-disable-next-line eslint/no-eval -- that it is refused is what is tested
          (globalThis as unknown as { eval: (text: string) => void }).eval('ran.push("eval")');
        },
      ];
      // Later, since what a debugger evaluates may do more than a page.
      for (const attempt of tries) setTimeout(attempt, 0);
      return tries.length;
    });
    await expect.poll(async () => (await violations()).length).toBe(before + tried);
    expect(await page.evaluate('ran')).toEqual([]);
  });

  it('gets a new nonce with every load', async () => {
    const nonceOf = () =>
      page.evaluate(async () => {
        const policy = (await fetch('/')).headers.get('content-security-policy') ?? '';
        return /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      });
    const nonces = [await nonceOf(), await nonceOf()];
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonces[1]).not.toBe(nonces[0]);
  });
});

describe('the way out', () => {
  it.each([
    ['fetch', (url: string) => `fetch(${JSON.stringify(url)}).then(() => 'out', () => 'refused')`],
    [
      'fetch without reading',
      (url: string) =>
        `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'out', () => 'refused')`,
    ],
    [
      'a picture',
      (url: string) =>
        `new Promise((end) => { const i = new Image(); i.onload = () => end('out'); i.onerror = () => end('refused'); i.src = ${JSON.stringify(url)}; })`,
    ],
    [
      'a web socket',
      (url: string) =>
        `new Promise((end) => { try { const s = new WebSocket(${JSON.stringify(url.replace('http', 'ws'))}); s.onopen = () => end('out'); s.onerror = () => end('refused'); } catch { end('refused'); } })`,
    ],
    [
      'a frame',
      (url: string) =>
        `new Promise((end) => { const f = document.createElement('iframe'); f.src = ${JSON.stringify(url)}; document.body.append(f); setTimeout(() => end(f.contentDocument === null ? 'refused' : 'refused'), 300); })`,
    ],
    ['a beacon', (url: string) => `(navigator.sendBeacon(${JSON.stringify(url)}, 'x'), 'refused')`],
  ])('is closed for %s', async (_what, attempt) => {
    expect(await page.evaluate(attempt(`${outsideUrl}/leak`))).toBe('refused');
    expect(seenOutside).toEqual([]);
  });

  it('is closed below the policy as well, for whatever the browser would fetch by itself', async () => {
    const result = await launched.app.evaluate(
      async ({ session }, url) =>
        await session.defaultSession.fetch(url).then(
          () => 'out',
          (error: unknown) => String(error),
        ),
      `${outsideUrl}/below`,
    );
    expect(result).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(seenOutside).toEqual([]);
  });

  it('is closed for navigation, new windows and forms', async () => {
    await page.evaluate((url) => {
      location.href = `${url}/navigated`;
    }, outsideUrl);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = `${url}/linked`;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      const form = document.createElement('form');
      form.action = `${url}/form`;
      document.body.append(form);
      form.submit();
    }, outsideUrl);
    expect(await page.evaluate((url) => window.open(`${url}/opened`) === null, outsideUrl)).toBe(true);
    expect(await page.evaluate(() => window.open('about:blank') === null)).toBe(true);
    await page.evaluate(() => {
      location.href = 'file:///etc/hostname';
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.url()).toBe(`${APP_ORIGIN}/`);
    expect(launched.app.windows()).toHaveLength(1);
    expect(seenOutside).toEqual([]);
  });

  it('is closed for everything that would need a permission', async () => {
    const asked = await page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
      const states = await Promise.all(
        names.map(async (name) => {
          const { state } = await navigator.permissions.query({ name: name as PermissionName });
          return state;
        }),
      );
      const located = await new Promise((end) => {
        navigator.geolocation.getCurrentPosition(
          () => end('located'),
          ({ code }) => end(code),
        );
      });
      const filmed = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'filmed',
        (error: unknown) => (error instanceof DOMException ? error.name : ''),
      );
      return {
        states: [...new Set(states)],
        located,
        filmed,
        notified: await Notification.requestPermission(),
      };
    });
    expect(asked).toMatchObject({ states: ['denied'], located: 1, notified: 'denied' });
    expect(asked.filmed).toMatch(/NotAllowedError|NotFoundError/);
  });
});

describe('the page', () => {
  it('may load itself again, and nothing else', async () => {
    await page.evaluate(() => {
      (globalThis as unknown as { isOld: boolean }).isOld = true;
      location.reload();
    });
    await expect.poll(() => page.evaluate(() => 'isOld' in globalThis).catch(() => true)).toBe(false);
    await page.evaluate(() => {
      location.href = '/assets/';
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.url()).toBe(`${APP_ORIGIN}/`);
  });
});

describe('the app’s own scheme', () => {
  const statusOf = (path: string): Promise<number> =>
    page.evaluate(async (url) => (await fetch(url)).status, path);

  it.each([
    '/nowhere.js',
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/%00index.html',
    '/../main/index.js',
    '/..%2fmain%2findex.js',
    '/source/00000000-0000-4000-8000-000000000000',
    '/source/..%2f..%2fsettings.json',
    '/source/',
    '/%',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it('answers no other host, and takes nothing', async () => {
    const tries = [
      `fetch('patchsheet://other/').then(({ status }) => status, () => 'refused')`,
      `fetch('/', { method: 'POST', body: 'x' }).then(({ status }) => status, () => 'refused')`,
    ];
    for (const text of tries) expect([404, 'refused']).toContain(await page.evaluate(text));
  });

  it('gives a sheet’s own bytes, and says they are no page', async () => {
    const { sessionId, bytes } = await must(page, 'session.import_sample', {});
    const answer = await page.evaluate(async (id) => {
      const response = await fetch(`/source/${id}`);
      const { byteLength } = await response.arrayBuffer();
      return {
        byteLength,
        type: response.headers.get('content-type'),
        sniff: response.headers.get('x-content-type-options'),
      };
    }, sessionId);
    expect(answer).toEqual({ byteLength: bytes, type: 'application/octet-stream', sniff: 'nosniff' });
  });
});

describe('a key', () => {
  const KEY = 'sk_test_canary_b61f0e7d24c95a83';

  it('is nowhere but where it is used: not in the page, in what it is told, in output or in files', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'patchsheet-canary-'));
    try {
      const own = await launchApp({ profile });
      const output: Buffer[] = [];
      for (const stream of [own.app.process().stdout, own.app.process().stderr]) {
        stream?.on('data', (chunk: Buffer) => output.push(chunk));
      }
      const told: unknown[] = [];
      const key = KEY;
      const connection = { name: 'Canary', baseUrl: `${outsideUrl}/v1`, key };
      const added = await must(own.window, 'connection.add', connection);
      const { sessionId } = await must(own.window, 'session.import_sample', {});
      const { connectionId } = added;
      told.push(added, await invoke(own.window, 'plan.make', { sessionId, revision: 0, connectionId }));
      told.push(await invoke(own.window, 'connection.add', { ...connection, baseUrl: 'nowhere' }));
      const malformed = { ...connection, surplus: key };
      told.push(await invoke(own.window, 'connection.add', malformed).catch(String));
      told.push(await must(own.window, 'app.start', {}));
      // Sent where it belongs, and from the host.
      expect(seenOutside).not.toEqual([]);
      // Loaded again: what the page itself was given by this test is gone.
      await own.window.reload();
      const page2 = await own.window.evaluate(textOfPage);
      await own.close();
      const text = JSON.stringify(told) + page2 + Buffer.concat(output).toString('latin1');
      for (const form of formsOf(KEY)) expect(text.includes(form.toString('latin1'))).toBe(false);
      expect(filesHolding(profile, KEY)).toEqual([]);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
