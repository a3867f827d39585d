import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/contract/names.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { expectNowhere, turningVault as vault } from './support/keys.ts';
import { OUR_PAGE, startTestHost } from './support/test-host.ts';

const KEY = 'sk_test_canary_0c8d51e2a94b7f36';
const LIVE_KEY = 'sk_live_canary_0c8d51e2a94b7f36';

/** Accepts other keys only: it answers at once, and has seen the key. */
let server: PracticeServer;
let folder: string;

beforeAll(async () => {
  server = await startPracticeServer({ size: 10 });
});

afterAll(async () => {
  await server.close();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-key-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a key', () => {
  it('is shown by its last four characters, and is nowhere else: not in answers, events or files', async () => {
    const host = await startTestHost({ folder, vault });
    const connection = await host.must('connection.add', {
      name: 'Canary',
      baseUrl: server.baseUrl,
      key: KEY,
    });
    expect(connection).toMatchObject({ keyLastFour: '7f36', mode: 'TEST', isKept: true });
    const { sessionId } = await host.must('session.import_sample', {});
    const { connectionId } = connection;
    const refused = await host.invoke('plan.make', { sessionId, revision: 0, connectionId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'plan_failed' } });
    await host.must('app.start', {});
    await host
      .send(OUR_PAGE, CHANNELS.command, 'connection.add', {
        name: KEY.length,
        baseUrl: server.baseUrl,
        key: KEY,
      })
      .catch((error: unknown) => host.crossed.push(String(error)));
    await host.close();
    expectNowhere(KEY, folder, host.crossed);
  });

  it('opens again what it opened before, where it can be kept', async () => {
    const first = await startTestHost({ folder, vault });
    await first.must('connection.add', { name: 'Canary', baseUrl: server.baseUrl, key: KEY });
    await first.close();
    const second = await startTestHost({ folder, vault });
    const [connection] = (await second.must('app.start', {})).connections;
    expect(connection).toMatchObject({ name: 'Canary', keyLastFour: '7f36' });
    const { sessionId } = await second.must('session.import_sample', {});
    const { connectionId = '' } = connection ?? {};
    const asked = server.requests().length;
    const result = await second.invoke('plan.make', { sessionId, revision: 0, connectionId });
    expect(result).toMatchObject({ ok: false, error: { code: 'plan_failed' } });
    // Refused there, but it was asked: the key was there.
    expect(server.requests().length).toBeGreaterThan(asked);
    await second.close();
    expectNowhere(KEY, folder, [...first.crossed, ...second.crossed]);
  });

  it('that another computer encrypted is said to be lost', async () => {
    const first = await startTestHost({ folder, vault });
    const { connectionId } = await first.must('connection.add', {
      name: 'Canary',
      baseUrl: server.baseUrl,
      key: KEY,
    });
    await first.close();
    const second = await startTestHost({
      folder,
      vault: { ...vault, unseal: () => Promise.resolve(undefined) },
    });
    const { sessionId } = await second.must('session.import_sample', {});
    const result = await second.invoke('plan.make', { sessionId, revision: 0, connectionId });
    expect(result).toMatchObject({ ok: false, error: { code: 'key_lost' } });
    await second.close();
  });

  it('is not kept at all where it can’t be encrypted', async () => {
    const first = await startTestHost({ folder });
    const connection = await first.must('connection.add', {
      name: 'Canary',
      baseUrl: server.baseUrl,
      key: KEY,
    });
    expect(connection.isKept).toBe(false);
    await first.close();
    expectNowhere(KEY, folder, first.crossed);
    const second = await startTestHost({ folder });
    expect((await second.must('app.start', {})).connections).toEqual([]);
    await second.close();
  });

  it('is forgotten with its connection', async () => {
    const host = await startTestHost({ folder, vault });
    const { connectionId } = await host.must('connection.add', {
      name: 'Canary',
      baseUrl: server.baseUrl,
      key: KEY,
    });
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toContain(await vault.seal(KEY));
    await host.must('connection.remove', { connectionId });
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain(await vault.seal(KEY));
    await host.close();
  });

  it('that is live is refused by a stand-in for every computer but this one', async () => {
    const host = await startTestHost({ folder, vault, takesLiveKeys: false });
    const add = (baseUrl: string, key: string) =>
      host.invoke('connection.add', { name: 'Canary', baseUrl, key });
    const elsewhere = 'https://atlas.example/v1';
    expect(await add(elsewhere, LIVE_KEY)).toMatchObject({ ok: false, error: { code: 'live_key_refused' } });
    expect(await add(elsewhere, KEY)).toMatchObject({ ok: true });
    expect(await add(server.baseUrl, LIVE_KEY)).toMatchObject({ ok: true });
    await host.close();
  });

  it('that a full build kept is not used by a stand-in either', async () => {
    const full = await startTestHost({ folder, vault });
    const baseUrl = 'https://atlas.example/v1';
    const { connectionId } = await full.must('connection.add', { name: 'Canary', baseUrl, key: LIVE_KEY });
    await full.close();
    const host = await startTestHost({ folder, vault, takesLiveKeys: false });
    const { sessionId } = await host.must('session.import_sample', {});
    const result = await host.invoke('plan.make', { sessionId, revision: 0, connectionId });
    expect(result).toMatchObject({ ok: false, error: { code: 'live_key_refused' } });
    await host.close();
    expectNowhere(LIVE_KEY, folder, [...full.crossed, ...host.crossed]);
  });
});
