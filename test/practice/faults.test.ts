import { describe, expect, it } from 'vitest';
import * as recipes from '../../src/practice/fault-recipes.ts';
import type { FaultEffect, FaultTime } from '../../src/practice/server.ts';
import { ANNA, ask, BEN, patch, startSmall } from './talking.ts';

const first = (effect: FaultEffect) => [{ name: 'fault', effect }];
const afterMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a scripted answer', () => {
  it.each([
    ['500', recipes.serverError, 500],
    ['503', recipes.unavailable, 503],
    ['502 in HTML', recipes.badGateway, 502],
    ['a 200 that is a web page', recipes.htmlPage, 200],
    ['a redirect', recipes.redirect('https://elsewhere.example/'), 302],
  ])('of %s changes nothing', async (_what, effect, status) => {
    const server = await startSmall({ faults: first(effect) });
    expect((await patch(server, ANNA.id, { name: 'changed' })).status).toBe(status);
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
    expect(server.requests()[0]).toMatchObject({ status, isCommitted: false, fault: 'fault' });
  });

  it('of HTML says it is HTML', async () => {
    const server = await startSmall({ faults: first(recipes.badGateway) });
    const reply = await patch(server, ANNA.id, {});
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(reply.text).toContain('<h1>502 Bad Gateway</h1>');
  });

  it('of 429 can ask to wait in seconds, or until a date of the server’s own clock', async () => {
    const now = () => Date.parse('2026-03-01T12:00:00Z');
    const server = await startSmall({ now });
    server.scriptFaults(first(recipes.tooManyRequests({ kind: 'seconds', seconds: 7 })));
    expect((await patch(server, ANNA.id, {})).headers.get('retry-after')).toBe('7');
    server.scriptFaults(first(recipes.tooManyRequests({ kind: 'date', seconds: 7 })));
    const { headers } = await patch(server, ANNA.id, {});
    expect(headers.get('retry-after')).toBe('Sun, 01 Mar 2026 12:00:07 GMT');
    expect(headers.get('date')).toBe('Sun, 01 Mar 2026 12:00:00 GMT');
  });

  it.each([
    ['500', recipes.serverErrorAfterCommit, 500],
    ['200 in another shape', recipes.wrongShape, 200],
  ])('of %s can come after the update was made', async (_what, effect, status) => {
    const server = await startSmall({ faults: first(effect) });
    expect((await patch(server, ANNA.id, { name: 'changed' })).status).toBe(status);
    expect(server.customer(ANNA.id)?.name).toBe('changed');
  });

  it('can set any header', async () => {
    const effect = {
      ...recipes.unavailable,
      headers: { 'x-ratelimit-limit': '5', 'retry-after': '3' },
    };
    const { headers } = await patch(await startSmall({ faults: first(effect) }), ANNA.id, {});
    expect([headers.get('x-ratelimit-limit'), headers.get('retry-after')]).toStrictEqual(['5', '3']);
  });
});

describe('a connection that breaks', () => {
  it('before the update is made leaves the customer as it was', async () => {
    const server = await startSmall({ faults: first({ kind: 'reset_before_commit' }) });
    await expect(patch(server, ANNA.id, { name: 'changed' })).rejects.toThrow('fetch failed');
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
    expect(server.requests()[0]).toMatchObject({
      cut: 'reset_before_commit',
      status: null,
      isCommitted: false,
    });
  });

  it('after the update was made leaves it changed', async () => {
    const server = await startSmall({ faults: first({ kind: 'reset_after_commit' }) });
    await expect(patch(server, ANNA.id, { name: 'changed' })).rejects.toThrow('fetch failed');
    expect(server.customer(ANNA.id)?.name).toBe('changed');
    expect(server.requests()[0]).toMatchObject({
      cut: 'reset_after_commit',
      status: null,
      isCommitted: true,
    });
  });

  it('can be followed by the update a while later', async () => {
    const server = await startSmall({ faults: first({ kind: 'commit_after_reset', delayMs: 80 }) });
    await expect(patch(server, ANNA.id, { name: 'changed' })).rejects.toThrow('fetch failed');
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
    await expect.poll(() => server.customer(ANNA.id)?.name).toBe('changed');
    expect(server.requests()[0]).toMatchObject({ cut: 'commit_after_reset', isCommitted: true });
  });

  it('in the middle of the answer leaves the customer changed and the answer short', async () => {
    const server = await startSmall({ faults: first({ kind: 'truncated_body' }) });
    await expect(patch(server, ANNA.id, { name: 'changed' })).rejects.toThrow('terminated');
    expect(server.customer(ANNA.id)?.name).toBe('changed');
    expect(server.requests()[0]).toMatchObject({ cut: 'truncated', status: 200 });
  });
});

describe('a delay', () => {
  it.each([
    ['commit', ANNA.name],
    ['answer', 'changed'],
  ] as const)(
    'before the %s outlasts a client that gives up, and the update is made',
    async (before, meanwhile) => {
      const server = await startSmall({ faults: first({ kind: 'delay', ms: 150, before }) });
      const signal = AbortSignal.timeout(50);
      await expect(patch(server, ANNA.id, { name: 'changed' }, { signal })).rejects.toThrow('timeout');
      expect(server.customer(ANNA.id)?.name).toBe(meanwhile);
      await expect.poll(() => server.requests()[0]?.cut).toBe('client_left');
      expect(server.customer(ANNA.id)?.name).toBe('changed');
    },
  );

  it('does not keep the server from closing', async () => {
    const server = await startSmall({ faults: first({ kind: 'delay', ms: 60_000, before: 'commit' }) });
    const lost = patch(server, ANNA.id, { name: 'changed' }).then(
      () => 'answered',
      () => 'cut',
    );
    await afterMs(30);
    await server.close();
    expect(await lost).toBe('cut');
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
  });
});

describe('when a fault strikes', () => {
  const statuses = async (when: FaultTime, count: number): Promise<string> => {
    const server = await startSmall({ faults: [{ name: 'fault', when, effect: recipes.unavailable }] });
    let seen = '';
    for (let time = 0; time < count; time++) {
      seen += (await patch(server, time % 2 === 0 ? ANNA.id : BEN.id, {})).status === 503 ? 'x' : '.';
    }
    return seen;
  };

  it('is always, or the first times, or the n-th, or the first for each path', async () => {
    expect(await statuses({ kind: 'always' }, 4)).toBe('xxxx');
    expect(await statuses({ kind: 'first', count: 3 }, 5)).toBe('xxx..');
    expect(await statuses({ kind: 'nth', numbers: [2, 4] }, 5)).toBe('.x.x.');
    expect(await statuses({ kind: 'first_of_each_path', count: 1 }, 5)).toBe('xx...');
  });

  it('can be left to chance, which is the same for the same seed', async () => {
    const chance = { kind: 'chance', probability: 0.3, seed: 1 } as const;
    const seen = await statuses(chance, 60);
    expect(seen).toMatch(/x.*\..*x/);
    expect(await statuses(chance, 60)).toBe(seen);
    expect(await statuses({ ...chance, seed: 2 }, 60)).not.toBe(seen);
  });

  it('depends on method, customer, resource, path, query and body', async () => {
    const server = await startSmall();
    const isStruck = async (match: object): Promise<boolean> => {
      server.scriptFaults([{ name: 'fault', match, effect: recipes.unavailable }]);
      return (await patch(server, ANNA.id, { name: 'x' })).status === 503;
    };
    expect(await isStruck({ method: 'PATCH', customerId: ANNA.id.toUpperCase() })).toBe(true);
    expect(await isStruck({ resource: 'customer', path: '^/customers/6437', body: '"name"' })).toBe(true);
    expect(await isStruck({ keyLastFour: 'tice' })).toBe(true);
    expect(await isStruck({ method: 'GET' })).toBe(false);
    expect(await isStruck({ customerId: BEN.id })).toBe(false);
    expect(await isStruck({ resource: 'list' })).toBe(false);
    expect(await isStruck({ query: 'offset' })).toBe(false);
  });

  it('is reported, and so is the fault that never struck', async () => {
    const server = await startSmall({
      faults: [
        { name: 'met', effect: recipes.unavailable },
        { name: 'met once of twice', when: { kind: 'nth', numbers: [2, 9] }, effect: recipes.unavailable },
        { name: 'never met', match: { method: 'GET' }, effect: recipes.unavailable },
      ],
    });
    for (let time = 0; time < 3; time++) await patch(server, ANNA.id, {});
    expect(server.faults()).toStrictEqual({
      met: [{ name: 'met', times: 1, expected: 1 }],
      unmet: [
        { name: 'met once of twice', times: 1, expected: 2 },
        { name: 'never met', times: 0, expected: 1 },
      ],
    });
  });

  it('is not counted for a request that the rate limit or the key kept out', async () => {
    const server = await startSmall({ faults: first(recipes.unavailable), rateLimit: 1 });
    await ask(server, '/customers', { key: null });
    expect(server.faults().unmet).toHaveLength(1);
    expect((await ask(server, '/customers')).status).toBe(503);
    expect((await ask(server, '/customers')).status).toBe(429);
  });
});

describe('somebody else', () => {
  const others = { 'billing_address.line2': null, 'metadata.plan': 'team', phone: '+1' };
  const changed = {
    billing_address: { line1: '1 Main Street' },
    metadata: { cost_center: 'CC-1', plan: 'team' },
  };

  it('changes parts of a customer just before a request is carried out', async () => {
    const server = await startSmall({
      faults: [
        { name: 'other', otherWriter: { at: 'arrival', customerId: ANNA.id, fields: others } },
        { name: 'error', effect: recipes.serverError },
      ],
    });
    const { body } = await ask(server, `/customers/${ANNA.id}`);
    expect(body).toMatchObject({ ...changed, phone: '+1', name: ANNA.name });
    expect(server.customer(ANNA.id)?.billing_address).not.toHaveProperty('line2');
    expect(server.commits()).toMatchObject([{ by: { kind: 'other_writer', rule: 'other' } }]);
    expect(server.faults().met).toMatchObject([{ name: 'other' }]);
  });

  it('or just after it', async () => {
    const server = await startSmall({
      faults: [{ name: 'other', otherWriter: { at: 'carried_out', customerId: ANNA.id, fields: others } }],
    });
    const { body } = await patch(server, ANNA.id, { phone: '+2' });
    expect(body).toMatchObject({ phone: '+2', billing_address: ANNA.billing_address });
    expect(server.customer(ANNA.id)).toMatchObject({ ...changed, phone: '+1' });
    expect(server.commits()).toMatchObject([{ by: { kind: 'request' } }, { by: { kind: 'other_writer' } }]);
  });
});

describe('a server that goes away', () => {
  it('cuts what is open, refuses connections, and comes back at the same address', async () => {
    const server = await startSmall({ faults: first({ kind: 'away', ms: 150 }) });
    await expect(patch(server, ANNA.id, { name: 'changed' })).rejects.toThrow('fetch failed');
    await expect(ask(server, '/customers')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await expect.poll(() => ask(server, '/customers').then(({ status }) => status, String)).toBe(200);
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
    expect(server.requests()[0]).toMatchObject({ cut: 'reset_before_commit', fault: 'fault' });
  });

  it('can be closed while it is away', async () => {
    const server = await startSmall({ faults: first({ kind: 'away', ms: 60_000 }) });
    await expect(ask(server, '/customers')).rejects.toThrow('fetch failed');
    await server.close();
    await expect(ask(server, '/customers')).rejects.toThrow('fetch failed');
  });
});
