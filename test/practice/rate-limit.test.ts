import { describe, expect, it } from 'vitest';
import { ask, errorOf, LIVE_KEY, type Reply, startSmall } from './talking.ts';

const rate = ({ headers }: Reply) => ({
  limit: headers.get('x-ratelimit-limit'),
  remaining: headers.get('x-ratelimit-remaining'),
  reset: headers.get('x-ratelimit-reset'),
});

/** A clock that stands still until it is told. 10 s before a full minute. */
function handClock() {
  let time = 1_700_000_000_500;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

describe('the rate limit', () => {
  it('is 100 a minute by default, and every answer says how much is left and until when', async () => {
    const { now } = handClock();
    const server = await startSmall({ now, rateLimit: 100 });
    expect(rate(await ask(server, '/customers'))).toStrictEqual({
      limit: '100',
      remaining: '99',
      reset: '1700000061',
    });
    expect(rate(await ask(server, '/customers/unknown'))).toMatchObject({ remaining: '98' });
    expect(rate(await ask(server, '/customers', { key: null }))).toMatchObject({ limit: '100' });
  });

  it('refuses with 429 and a Retry-After that is long enough, and never counts what it refused', async () => {
    const clock = handClock();
    const server = await startSmall({ now: clock.now, rateLimit: 2 });
    await ask(server, '/customers');
    clock.pass(20_100);
    await ask(server, '/customers');
    const refused = await ask(server, '/customers');
    expect(refused.status).toBe(429);
    expect(errorOf(refused)['code']).toBe('rate_limit_exceeded');
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(rate(refused).remaining).toBe('0');
    clock.pass(39_000);
    expect((await ask(server, '/customers')).status).toBe(429);
    clock.pass(1000);
    expect(rate(await ask(server, '/customers'))).toMatchObject({ remaining: '1' });
  });

  it('is kept for each key by itself', async () => {
    const server = await startSmall({ rateLimit: 1 });
    await ask(server, '/customers');
    expect((await ask(server, '/customers')).status).toBe(429);
    expect((await ask(server, '/customers', { key: LIVE_KEY })).status).toBe(200);
  });

  it('can be changed while the server runs', async () => {
    const server = await startSmall({ rateLimit: 1 });
    await ask(server, '/customers');
    expect((await ask(server, '/customers')).status).toBe(429);
    server.setRateLimit(3);
    expect(rate(await ask(server, '/customers'))).toMatchObject({ limit: '3', remaining: '1' });
    server.setRateLimit(Infinity);
    for (let time = 0; time < 10; time++) expect((await ask(server, '/customers')).status).toBe(200);
  });
});
