import { describe, expect, it } from 'vitest';
import { ANNA, ask, errorOf, LIVE_KEY, patch, startSmall, TEST_KEY } from './talking.ts';

describe('what is refused', () => {
  it.each([
    ['an unknown id', '00000000-0000-4000-8000-000000000000'],
    ['an id that is no UUID', '42'],
    ['an id that cannot be decoded', '%E0%A4%A'],
  ])('%s is 404 not_found, for reading and writing', async (_what, id) => {
    const server = await startSmall();
    const replies = [await ask(server, `/customers/${id}`), await patch(server, id, { name: 'x' })];
    for (const reply of replies) {
      expect(reply.status).toBe(404);
      expect(errorOf(reply)['code']).toBe('not_found');
    }
  });

  it.each([
    ['no key', null],
    ['a key nobody knows', 'sk_test_other'],
    ['a publishable key', 'pk_test_practice'],
  ])('%s is 401 unauthorized', async (_what, key) => {
    const server = await startSmall();
    const reply = await patch(server, ANNA.id, { name: 'x' }, { key });
    expect(reply.status).toBe(401);
    expect(errorOf(reply)['code']).toBe('unauthorized');
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
  });

  it('a key that was revoked while the server ran is 401, and the other key goes on', async () => {
    const server = await startSmall();
    expect((await ask(server, '/customers')).status).toBe(200);
    server.revokeKey(TEST_KEY);
    expect((await ask(server, '/customers')).status).toBe(401);
    expect((await ask(server, '/customers', { key: LIVE_KEY })).status).toBe(200);
  });

  it.each(['{"name":', '', 'name=x', 'null'])('a body of %j is 500 internal_error', async (body) => {
    const server = await startSmall();
    const reply = await patch(server, ANNA.id, null, { body });
    expect(reply.status).toBe(500);
    expect(errorOf(reply)['code']).toBe('internal_error');
  });

  it.each([
    ['POST', '/customers'],
    ['PATCH', '/customers'],
    ['PUT', `/customers/${ANNA.id}`],
    ['POST', `/customers/${ANNA.id}`],
    ['DELETE', `/customers/${ANNA.id}`],
  ])('%s %s is 405', async (method, path) => {
    const server = await startSmall();
    const reply = await ask(server, path, { method });
    expect(reply.status).toBe(405);
    expect(errorOf(reply)['code']).toBe('method_not_allowed');
  });

  it.each(['/', '/invoices', `/customers/${ANNA.id}/cards`])('the path %s is 404', async (path) => {
    expect((await ask(await startSmall(), path)).status).toBe(404);
  });

  it('has code and message always, and an X-Request-Id that differs each time', async () => {
    const server = await startSmall();
    const [first, second] = [await ask(server, '/customers/1'), await ask(server, '/customers/1')];
    expect(errorOf(first)).toMatchObject({ code: 'not_found', message: 'Customer not found' });
    expect(first.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('names the request in some errors, with the id of the header', async () => {
    const reply = await patch(await startSmall(), ANNA.id, { email: null });
    expect(errorOf(reply)['request_id']).toBe(reply.headers.get('x-request-id'));
  });

  it('tells a browser that it may not PATCH, and that Idempotency-Key is an allowed header', async () => {
    const { headers } = await ask(await startSmall(), `/customers/${ANNA.id}`, {
      method: 'OPTIONS',
      key: null,
    });
    expect(headers.get('access-control-allow-methods')).not.toContain('PATCH');
    expect(headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });
});

describe('a key that may not read', () => {
  it.each([403, 405] as const)('gets %d for lists, and may still read by id and write', async (status) => {
    const server = await startSmall({ reading: { list: status } });
    expect((await ask(server, '/customers')).status).toBe(status);
    expect((await ask(server, `/customers/${ANNA.id}`)).status).toBe(200);
    expect((await patch(server, ANNA.id, { name: 'x' })).status).toBe(200);
  });

  it.each([403, 405] as const)('gets %d for an id, and may still list', async (status) => {
    const server = await startSmall({ reading: { byId: status } });
    expect((await ask(server, `/customers/${ANNA.id}`)).status).toBe(status);
    expect((await ask(server, '/customers')).status).toBe(200);
  });

  it('can lose and regain the right while the server runs', async () => {
    const server = await startSmall();
    server.setReading({ list: 403, byId: 403 });
    expect((await ask(server, '/customers')).status).toBe(403);
    server.setReading({ list: 'allowed' });
    expect((await ask(server, '/customers')).status).toBe(200);
    expect((await ask(server, `/customers/${ANNA.id}`)).status).toBe(403);
  });
});

describe('a key that may not write', () => {
  it.each([
    [403, 'forbidden'],
    [405, 'method_not_allowed'],
  ] as const)('is answered %d, whoever it asks to change, until it may', async (writing, code) => {
    const server = await startSmall({ writing });
    for (const id of [ANNA.id, 'nobody']) {
      const reply = await patch(server, id, { name: 'x' });
      expect([reply.status, errorOf(reply)['code']]).toEqual([writing, code]);
    }
    expect(server.customer(ANNA.id)?.name).toBe(ANNA.name);
    expect((await ask(server, `/customers/${ANNA.id}`)).status).toBe(200);
    server.setWriting('allowed');
    expect((await patch(server, ANNA.id, { name: 'x' })).status).toBe(200);
  });
});

describe('starting over', () => {
  it('has every customer as in the beginning, also in the listing and by e-mail', async () => {
    const server = await startSmall();
    const before = server.customers();
    const listed = (await ask(server, '/customers')).text;
    await patch(server, ANNA.id, { name: 'x', email: 'other@example.com', metadata: { a: 1 } });
    expect(server.customers()).not.toEqual(before);
    server.reset();
    expect(server.customers()).toEqual(before);
    expect(server.commits()).toEqual([]);
    expect((await ask(server, '/customers')).text).toBe(listed);
    expect((await patch(server, ANNA.id, { email: ANNA.email })).status).toBe(200);
  });
});
