import { describe, expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customer, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith } from '../support/practice.ts';

const small = (effect?: FaultEffect, now?: () => number) =>
  practiceWith({
    customers: [customer(1), customer(2)],
    ...(effect ? { faults: [{ name: 'fault', effect }] } : {}),
    ...(now ? { now } : {}),
  });

describe('an answer of the documented kind', () => {
  it('to a read is the customer, with the time at which the request left', async () => {
    const { bare, clock } = connect(await small());
    const answer = await bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'ok', status: 200 });
    if (answer.kind !== 'ok') return;
    expect(answer.value.customer).toStrictEqual(customer(1));
    expect(answer.value.readAt).toBe(clock.now());
    expect(answer.requestId).toMatch(/^req_/);
  });

  it('to a write is the customer as it is now', async () => {
    const practice = await small();
    const answer = await connect(practice).bare.updateCustomer(idOf(1), { name: 'Changed' });
    expect(answer).toMatchObject({ kind: 'ok', value: { customer: { name: 'Changed' } } });
    expect(practice.requests()[0]?.bodyText).toBe('{"name":"Changed"}');
  });

  it('to a listing is a page and the number of all', async () => {
    const { bare } = connect(await small());
    const page = await bare.listCustomers({ limit: 1, offset: 1 });
    expect(page).toMatchObject({
      kind: 'ok',
      value: { totalCount: 2, snapshots: [{ customer: customer(2) }] },
    });
    const one = await bare.listCustomers({ limit: 2, offset: 0, email: emailOf(2) });
    expect(one).toMatchObject({ kind: 'ok', value: { totalCount: 1 } });
  });

  it('that refuses carries Atlas’ own words and the request id', async () => {
    const { bare } = connect(await small());
    const answer = await bare.updateCustomer(idOf(1), { email: emailOf(2) });
    expect(answer).toMatchObject({
      kind: 'refused',
      status: 400,
      error: {
        code: 'email_exists',
        message: 'A customer with this email already exists',
        param: 'email',
      },
    });
    expect(answer).toHaveProperty('requestId', expect.stringMatching(/^req_/));
  });

  it('that finds nobody is a 404', async () => {
    const answer = await connect(await small()).bare.getCustomer('nobody');
    expect(answer).toMatchObject({ kind: 'refused', status: 404, error: { code: 'not_found' } });
  });

  it('to a bad key is a 401', async () => {
    const answer = await connect(await small(), { key: 'sk_test_somebody' }).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'refused', status: 401, error: { code: 'unauthorized' } });
  });
});

describe('an answer of another kind', () => {
  it('that refuses in HTML is a refusal without words', async () => {
    const practice = await small(recipes.badGateway);
    const answer = await connect(practice).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'refused', status: 502, error: undefined });
    expectFaultsMet(practice);
  });

  it.each([
    ['a web page', recipes.htmlPage, 'not_json'],
    ['another shape', recipes.wrongShape, 'other_shape'],
    ['half a body', { kind: 'truncated_body' }, 'cut_off'],
    ['nothing', { kind: 'answer', status: 204 }, 'not_json'],
    ['another customer', { kind: 'answer', status: 200, json: customer(2) }, 'other_shape'],
  ] as const)('that succeeds with %s is unreadable, not a success', async (_what, effect, why) => {
    const practice = await small(effect);
    const answer = await connect(practice).bare.updateCustomer(idOf(1), { name: 'Changed' });
    expect(answer).toMatchObject({ kind: 'unreadable', why });
    expectFaultsMet(practice);
  });

  it('that is too large is cut short', async () => {
    const practice = await practiceWith({ size: 200 });
    const { bare } = connect(practice, { limits: { maxBodyBytes: 10_000 } });
    const answer = await bare.listCustomers({ limit: 200, offset: 0 });
    expect(answer).toMatchObject({ kind: 'unreadable', why: 'too_large' });
  });

  it('whose text is no UTF-8 is unreadable, so that nobody’s name is written back damaged', async () => {
    const { createServer } = await import('node:http');
    const body = Buffer.from(JSON.stringify(customer(1, { name: 'J\u00fcrgen' })), 'latin1');
    const server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const answer = await connect({ baseUrl: `http://127.0.0.1:${port}` }).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'unreadable', why: 'not_json' });
    server.closeAllConnections();
    server.close();
  });

  it('that redirects is a refusal: the other host sees neither request nor key', async () => {
    const other = await small();
    const practice = await small(recipes.redirect(`${other.baseUrl}/customers/${idOf(1)}`));
    const answer = await connect(practice).bare.updateCustomer(idOf(1), { name: 'Changed' });
    expect(answer).toMatchObject({ kind: 'refused', status: 302 });
    expect(other.requests()).toStrictEqual([]);
    expectFaultsMet(practice);
  });
});

describe('a 429', () => {
  it('says how many seconds to wait', async () => {
    const practice = await small(recipes.tooManyRequests({ kind: 'seconds', seconds: 7 }));
    const answer = await connect(practice).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'refused', status: 429, retryAfterMs: 7_000 });
    expectFaultsMet(practice);
  });

  it('says until when, counted from its own clock though ours is an hour late', async () => {
    const anHourAhead = Date.parse('2026-03-01T13:00:00Z');
    const practice = await small(recipes.tooManyRequests({ kind: 'date', seconds: 9 }), () => anHourAhead);
    const answer = await connect(practice).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'refused', status: 429, retryAfterMs: 9_000 });
    expectFaultsMet(practice);
  });

  it.each(['soon', '', '-5', '1.5'])('that says “%s” says nothing', async (text) => {
    const practice = await small({ ...recipes.tooManyRequests(), headers: { 'retry-after': text } });
    const answer = await connect(practice).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'refused', status: 429, retryAfterMs: undefined });
  });
});

describe('what is sent', () => {
  it.each([
    ['a/b', 'a%2Fb'],
    ['a?b=c', 'a%3Fb%3Dc'],
    ['a#b', 'a%23b'],
    ['a%2Fb', 'a%252Fb'],
    ['\u00fc', '%C3%BC'],
    ['a\\b', 'a%5Cb'],
    ['\ud800', '%EF%BF%BD'],
  ])('names the customer “%s” and no other path', async (id, encoded) => {
    const practice = await small();
    await connect(practice).bare.getCustomer(id);
    expect(practice.requests().map(({ path }) => path)).toStrictEqual([`/customers/${encoded}`]);
  });

  it('asks for an e-mail exactly as it is', async () => {
    const email = 'a+b&c=d%40@fictional.example';
    const practice = await practiceWith({ customers: [customer(1, { email })] });
    const answer = await connect(practice).bare.listCustomers({ limit: 2, offset: 0, email });
    expect(answer).toMatchObject({ kind: 'ok', value: { totalCount: 1 } });
  });

  it('keeps a number that would come back rounded out of what may be written', async () => {
    const practice = await small({
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify(customer(1)).replace('"CC-1"', '9007199254740993'),
    });
    const answer = await connect(practice).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'ok', value: { lossyObjects: ['metadata'] } });
  });

  it('finds such a number in the right customer of a page', async () => {
    const data = [customer(1), customer(2)].map((one) => JSON.stringify(one));
    const text = `{"data":[${data[0]},${data[1]?.replace('"02138"', '1e400')}],"total_count":2}`;
    const practice = await small({ kind: 'answer', status: 200, text });
    const answer = await connect(practice).bare.listCustomers({ limit: 2, offset: 0 });
    expect(answer).toMatchObject({
      kind: 'ok',
      value: { snapshots: [{ lossyObjects: [] }, { lossyObjects: ['billing_address'] }] },
    });
  });
});
