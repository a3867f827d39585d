import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keyTestText, keyTestTone } from '../../src/core/words/key-test.ts';
import type { RightOfAccess } from '../../src/practice/access.ts';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { testKey } from '../../src/services/key-test/test-key.ts';
import { connect } from './support/connect.ts';

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({ size: 5, rateLimit: Number.POSITIVE_INFINITY, ...options });
  onTestFinished(() => server.close());
  return server;
}

const test = (server: { readonly baseUrl: string }, key?: string, ms = 10_000) =>
  testKey(connect(server, key === undefined ? {} : { key }).client, AbortSignal.timeout(ms));

/** A server that answers everything alike. */
async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve));
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('trying a key out', () => {
  const denied = { list: 403, byId: 403 } as const;
  it.each<[string, PracticeOptions, boolean, boolean, RegExp, string]>([
    ['everything', {}, true, true, /reads and writes/, 'good'],
    ['only reading', { writing: 403 }, true, false, /reads only/, 'attention'],
    ['only reading (405)', { writing: 405 }, true, false, /reads only/, 'attention'],
    ['only writing', { reading: denied }, false, true, /writes only/, 'attention'],
    ['only writing (405)', { reading: { list: 405, byId: 405 } }, false, true, /writes only/, 'attention'],
    ['nothing', { reading: denied, writing: 403 }, false, false, /neither/, 'bad'],
    ['reading one by one', { reading: { list: 403 } }, true, true, /reads and writes/, 'good'],
  ])('tells one that may do %s, and writes nothing', async (_what, options, reads, writes, text, tone) => {
    const server = await practice(options);
    const before = server.customers();
    const result = await test(server);
    expect(result).toEqual({ kind: 'answered', reads, writes });
    expect(keyTestText(result)).toMatch(text);
    expect(keyTestTone(result)).toBe(tone);
    expect(server.commits()).toEqual([]);
    expect(server.customers()).toEqual(before);
  });

  it('asks for a change of nobody, and for no change', async () => {
    const server = await practice();
    await test(server);
    const updates = server.requests().filter(({ method }) => method !== 'GET');
    expect(updates).toMatchObject([{ method: 'PATCH', body: {}, status: 404 }]);
    const ids = server.customers().map(({ id }) => id);
    expect(ids.some((id) => updates[0]?.path.includes(id))).toBe(false);
    expect(updates[0]?.path).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it.each([403, 405] satisfies RightOfAccess[])(
    'waits at the gate like every request (%d)',
    async (right) => {
      const server = await practice({ writing: right });
      const { client, gate } = connect(server);
      gate.closeFor(5_000);
      await testKey(client, AbortSignal.timeout(10_000));
      expect(gate.closedForMs).toBe(0);
      expect(server.requests()).toHaveLength(2);
    },
  );

  it('tells a key that Atlas does not know', async () => {
    const server = await practice();
    const result = await test(server, 'sk_test_wrong');
    expect(result).toEqual({ kind: 'rejected' });
    expect(keyTestText(result)).toMatch(/rejected this key/);
    expect(keyTestTone(result)).toBe('bad');
    // Nothing more is asked with it.
    expect(server.requests()).toHaveLength(1);
  });

  it('says honestly where writing can’t be told without writing', async () => {
    const server = await practice({
      faults: [
        {
          name: 'down for writing',
          match: { method: 'PATCH' },
          when: { kind: 'always' },
          effect: { kind: 'answer', status: 500, text: '{}' },
        },
      ],
    });
    const result = await test(server);
    expect(result).toEqual({ kind: 'answered', reads: true, writes: undefined });
    expect(keyTestText(result)).toMatch(/reads\. Whether it may write shows with the first update/);
  });

  it.each([
    ['a web page', 200, '<html></html>', /not as Atlas does/],
    ['another API', 404, '{"detail":"Not found"}', /not as Atlas does/],
    ['a service that is down', 503, 'down', /could not be tested/],
  ])('says what answers instead: %s', async (_what, status, body, text) => {
    const result = await test(await answering(status, body));
    expect(keyTestText(result)).toMatch(text);
    expect(keyTestTone(result)).toBe('bad');
  });

  it('follows no redirect with the key', async () => {
    const server = await practice();
    const result = await test(await answering(302, '', { location: `${server.baseUrl}/customers` }));
    expect(result).toEqual({ kind: 'redirected' });
    expect(server.requests()).toEqual([]);
  });

  it('says in plain words that nobody can be reached', async () => {
    const server = await practice();
    await server.close();
    const result = await test(server);
    expect(keyTestText(result)).toBe(
      'The key could not be tested. Nothing was sent: the connection was refused.',
    );
  });

  it('does not wait for ever, neither for an answer nor for Atlas to let it in', async () => {
    const slow = await practice({ latencyMs: 5_000 });
    expect(keyTestText(await test(slow, undefined, 200))).toMatch(/No answer came in time/);
    const busy = await practice({ rateLimit: 0 });
    const result = await test(busy, undefined, 200);
    expect(result.kind).toBe('held_up');
    expect(keyTestTone(result)).toBe('attention');
  });
});
