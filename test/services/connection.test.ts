import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { connectionInfo, createConnection } from '../../src/services/connection.ts';
import { connect } from './support/connect.ts';
import { customer, idOf } from './support/customers.ts';
import { practiceWith } from './support/practice.ts';

const KEY = 'sk_test_Canary4711doNotPrint';
const make = (baseUrl: string, key: string = KEY) => createConnection({ name: 'Books', baseUrl, key });

describe('an address', () => {
  it.each([
    'http://api.atlas.co/functions/v1',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:password@api.atlas.co',
    'https://api.atlas.co/?a=b',
    'https://api.atlas.co/#a',
    'api.atlas.co',
    '',
  ])('%s is refused', (baseUrl) => {
    expect(make(baseUrl).ok).toBe(false);
  });

  it.each([
    ['https://api.atlas.co/functions/v1/', 'https://api.atlas.co/functions/v1'],
    ['http://127.0.0.1:4010/functions/v1', 'http://127.0.0.1:4010/functions/v1'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('%s is taken', (given, baseUrl) => {
    expect(make(given)).toMatchObject({ ok: true, value: { baseUrl } });
  });
});

describe('a key', () => {
  it('says by itself whether it is for TEST or LIVE', () => {
    const address = 'https://api.atlas.co';
    expect(make(address)).toMatchObject({ value: { mode: 'TEST', keyLastFour: 'rint' } });
    expect(make(address, 'sk_live_1234')).toMatchObject({ value: { mode: 'LIVE' } });
    for (const key of ['', 'sk_test_', 'pk_test_1', 'sk_test_a b', 'sk_test_a\n', ' sk_test_a']) {
      expect(make(address, key).ok).toBe(false);
    }
  });

  it('pasted into the wrong field is not repeated in the message', () => {
    for (const made of [make(KEY), make(`http://${KEY}`), make('https://api.atlas.co', ` ${KEY}`)]) {
      expect(JSON.stringify(made)).not.toContain('Canary');
    }
  });

  it('shows in nothing that is printed, stored or answered', async () => {
    const echo = {
      kind: 'answer',
      status: 400,
      json: { error: { code: `bad_${KEY}`, message: `Bearer ${KEY} is no good`, request_id: KEY } },
    } as const;
    const practice = await practiceWith({
      customers: [customer(1)],
      keys: [KEY],
      faults: [{ name: 'echo', effect: echo }],
    });
    const { connection, bare, client } = connect(practice, { key: KEY });
    const lost = connect({ baseUrl: 'http://127.0.0.1:9' }, { key: KEY });
    const things = [
      connection,
      connectionInfo(connection),
      connection.key,
      connection.key.toString(),
      { ...connection },
      await bare.getCustomer(idOf(1)),
      await bare.getCustomer(idOf(1)),
      await bare.getCustomer(idOf(2)),
      await lost.bare.getCustomer(idOf(1)),
      bare,
      client,
    ];
    const options = { depth: Infinity, showHidden: true, getters: true } as const;
    for (const thing of things) {
      expect(inspect(thing, options)).not.toContain('Canary');
      expect(JSON.stringify(thing) ?? '').not.toContain('Canary');
    }
    expect(practice.requests().map(({ keyLastFour }) => keyLastFour)).toStrictEqual(['rint', 'rint', 'rint']);
  });
});
