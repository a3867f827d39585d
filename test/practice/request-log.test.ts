import { describe, expect, it } from 'vitest';
import * as recipes from '../../src/practice/fault-recipes.ts';
import { ANNA, ask, BEN, patch, startSmall } from './talking.ts';

describe('the request log', () => {
  it('keeps every request with what it sent and how it ended', async () => {
    const server = await startSmall({ now: () => 1_700_000_000_000 });
    await ask(server, '/customers?limit=1');
    const { headers } = await patch(server, ANNA.id, { name: 'changed' });
    await ask(server, '/customers', { key: 'sk_live_unknown_1234' });
    expect(server.requests()).toMatchObject([
      { sequence: 1, method: 'GET', path: '/customers', query: 'limit=1', status: 200, isCommitted: false },
      {
        sequence: 2,
        arrivedAt: 1_700_000_000_000,
        method: 'PATCH',
        path: `/customers/${ANNA.id}`,
        keyLastFour: 'tice',
        requestId: headers.get('x-request-id'),
        bodyText: '{"name":"changed"}',
        body: { name: 'changed' },
        status: 200,
        cut: null,
        isCommitted: true,
        customerAfter: { id: ANNA.id, name: 'changed' },
        fault: null,
      },
      { sequence: 3, keyLastFour: '1234', status: 401, isCommitted: false, customerAfter: null },
    ]);
  });

  it('never holds a whole key', async () => {
    const server = await startSmall();
    await ask(server, '/customers');
    expect(JSON.stringify(server.requests())).not.toContain('sk_test');
  });
});

describe('the versions of the data', () => {
  it('tell which changes a read could show, and who made each', async () => {
    const server = await startSmall({ now: () => 1_700_000_000_000 });
    await ask(server, `/customers/${ANNA.id}`);
    await patch(server, ANNA.id, { name: 'changed' });
    server.writeDirectly(BEN.id, { name: 'someone else’s' });
    await ask(server, '/customers?limit=1');
    await patch(server, ANNA.id, { email: BEN.email });
    expect(server.commits()).toMatchObject([
      {
        version: 1,
        at: 1_700_000_000_000,
        by: { kind: 'request', sequence: 2 },
        customer: { id: ANNA.id, name: 'changed' },
      },
      { version: 2, by: { kind: 'other_writer', rule: null }, customer: { id: BEN.id } },
    ]);
    expect(server.requests().map(({ version }) => version)).toStrictEqual([0, 1, 2, 2]);
  });

  it('are none where a request was not carried out', async () => {
    const server = await startSmall({ faults: [{ name: 'fault', effect: recipes.serverError }] });
    await ask(server, '/customers');
    expect(server.requests()).toMatchObject([{ status: 500, version: null }]);
  });
});

describe('another writer', () => {
  it('changes a customer past the API', async () => {
    const server = await startSmall();
    server.writeDirectly(ANNA.id, { name: 'someone else’s', default_payment_method: 'pm_9' });
    expect((await ask(server, `/customers/${ANNA.id}`)).body).toMatchObject({
      name: 'someone else’s',
      default_payment_method: 'pm_9',
      email: ANNA.email,
    });
    expect(server.requests()).toHaveLength(1);
  });

  it('cannot take an e-mail twice, nor write to nobody', async () => {
    const server = await startSmall();
    expect(() => server.writeDirectly(ANNA.id, { email: BEN.email })).toThrow('belongs to another');
    expect(() => server.writeDirectly('unknown', {})).toThrow('no customer');
  });
});
