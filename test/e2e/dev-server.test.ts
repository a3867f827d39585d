import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';

const PAGE = '<!doctype html><link rel="stylesheet" href="./index.css" /><p>Under development</p>';

let server: Server;
let launched: Launched;

/** Like Vite's: a style sheet is a module to whoever does not ask for one. */
beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else if (url !== '/index.css') response.writeHead(404).end();
    else if (headers.accept?.includes('text/css'))
      response.setHeader('content-type', 'text/css').end('p { width: 123px }');
    else response.setHeader('content-type', 'text/javascript').end('export default "";');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  launched = await launchApp({ env: { ELECTRON_RENDERER_URL: `http://127.0.0.1:${port}` } });
});

afterAll(async () => {
  await launched.close();
  server.close();
});

it('a window under development has its styles, though the app’s own scheme stands in front of it', async () => {
  const text = launched.window.locator('p');
  await text.waitFor();
  expect(new URL(launched.window.url()).protocol).toBe('patchsheet:');
  await expect.poll(() => text.evaluate((element) => element.getBoundingClientRect().width)).toBe(123);
});
