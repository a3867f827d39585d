import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN, CHANNELS, COMMAND_NAMES } from '../../src/contract/names.ts';
import type { MessageEvent } from '../../src/main/sender.ts';
import { WELL_FORMED } from './support/inputs.ts';
import { OUR_PAGE, startTestHost, type TestHost } from './support/test-host.ts';

const from = (origin: string, parent: unknown = null): MessageEvent => ({ senderFrame: { origin, parent } });

const STRANGERS: readonly (readonly [who: string, event: MessageEvent])[] = [
  ['a frame that is gone', { senderFrame: null }],
  ['a frame inside the page', from(APP_ORIGIN, { origin: APP_ORIGIN, parent: null })],
  ['a page from the web', from('https://atlas.example')],
  ['a page from this computer', from('http://127.0.0.1:5873')],
  ['a file', from('file://')],
  ['a page without an origin', from('null')],
  ['another host of the app’s scheme', from('patchsheet://other')],
  ['an origin that begins alike', from(`${APP_ORIGIN}.example`)],
];

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
});

afterAll(async () => {
  await host.close();
});

describe.each(STRANGERS)('%s', (_who, event) => {
  it.each(COMMAND_NAMES)('is refused %s, and nothing is done', async (name) => {
    const crossed = host.crossed.length;
    await expect(host.send(event, CHANNELS.command, name, WELL_FORMED[name])).rejects.toThrow('refused');
    expect(host.crossed).toHaveLength(crossed);
  });

  it('is refused the import of a dropped file', async () => {
    await expect(host.send(event, CHANNELS.drop, '/etc/hostname')).rejects.toThrow('refused');
  });
});

describe('the app’s own page', () => {
  it('is heard', async () => {
    expect(await host.send(OUR_PAGE, CHANNELS.command, 'app.start', {})).toMatchObject({ ok: true });
  });

  it.each(['', 'constructor', 'toString', '__proto__', 'app.quit', undefined, null, 1, ['app.start']])(
    'is refused a command that is none: %j',
    async (name) => {
      await expect(host.send(OUR_PAGE, CHANNELS.command, name, {})).rejects.toThrow('no such command');
    },
  );
});
