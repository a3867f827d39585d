import { describe, expect, it } from 'vitest';
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
