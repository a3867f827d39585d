import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/core/json.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { ANNA, ask, closedAtEnd, isObject, startSmall } from './talking.ts';

interface Page {
  readonly ids: readonly string[];
  readonly created: readonly number[];
  readonly hasMore: JsonValue | undefined;
  readonly totalCount: JsonValue | undefined;
}

async function page(server: PracticeServer, query: string): Promise<Page> {
  const { body } = await ask(server, `/customers?${query}`);
  if (!isObject(body) || !Array.isArray(body['data'])) throw new Error('The answer is no list.');
  expect(body['object']).toBe('list');
  const data = body['data'].filter(isObject);
  return {
    ids: data.map(({ id }) => (typeof id === 'string' ? id : '')),
    created: data.map(({ created }) => Number(created)),
    hasMore: body['has_more'],
    totalCount: body['total_count'],
  };
}

async function startLarge(seed?: number): Promise<PracticeServer> {
  const options = { rateLimit: Infinity, ...(seed !== undefined && { seed }) };
  return closedAtEnd(await startPracticeServer(options));
}

/** n customers, all created at the same instant. */
const atOnce = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...ANNA,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    email: `c${index}@fictional.example`,
  }));

describe('the listing', () => {
  it('shows the newest first', async () => {
    const { created } = await page(await startLarge(), 'limit=1000');
    expect(created).toStrictEqual(created.toSorted((a, b) => b - a));
  });

  it('holds at most 1,000 whatever limit says', async () => {
    const { ids, totalCount } = await page(await startLarge(), 'limit=5000');
    expect(ids).toHaveLength(1000);
    expect(totalCount).toBe(2000);
  });

  it('computes has_more from the asked-for limit, so that it is wrong for a page that was cut', async () => {
    const server = await startLarge();
    expect((await page(server, 'limit=5000')).hasMore).toBe(false);
    expect((await page(server, 'limit=1000')).hasMore).toBe(true);
    expect((await page(server, 'limit=1000&offset=1000')).hasMore).toBe(false);
  });

  it('goes on at the offset', async () => {
    const server = await startSmall();
    const [first, second] = [await page(server, 'limit=1'), await page(server, 'limit=1&offset=1')];
    expect([...first.ids, ...second.ids]).toStrictEqual(server.customers().map(({ id }) => id));
    expect((await page(server, 'limit=1&offset=2')).ids).toStrictEqual([]);
  });

  it('answers limit=0 with total_count and no data', async () => {
    expect(await page(await startLarge(), 'limit=0')).toMatchObject({ ids: [], totalCount: 2000 });
  });

  it('finds an e-mail exactly, and only in the same case', async () => {
    const server = await startSmall();
    expect(await page(server, 'email=anna%40fictional.example')).toMatchObject({
      ids: [ANNA.id],
      totalCount: 1,
    });
    expect(await page(server, 'email=Anna%40fictional.example')).toMatchObject({ ids: [], totalCount: 0 });
    expect(await page(server, 'email=anna%40fictional')).toMatchObject({ ids: [], totalCount: 0 });
  });

  it('shows customers created at the same instant in another order the next time', async () => {
    const server = await startSmall({ customers: atOnce(50) });
    const [first, second] = [await page(server, 'limit=50'), await page(server, 'limit=50')];
    expect(second.ids).not.toStrictEqual(first.ids);
    expect(second.ids.toSorted()).toStrictEqual(first.ids.toSorted());
  });

  it('repeats some and leaves out others, where a page ends among customers created at once', async () => {
    const server = await startLarge();
    const seen = new Set<string>();
    for (const offset of [0, 1000]) {
      for (const id of (await page(server, `limit=1000&offset=${offset}`)).ids) seen.add(id);
    }
    expect(seen.size).toBeLessThan(2000);
    expect(seen.size).toBeGreaterThan(1950);
  });

  it('is the same again for the same seed', async () => {
    const [one, other] = [await startLarge(7), await startLarge(7)];
    for (let time = 0; time < 3; time++) {
      expect(await page(one, 'limit=300')).toStrictEqual(await page(other, 'limit=300'));
    }
  });

  it('shows what was written a moment before', async () => {
    const server = await startSmall();
    server.writeDirectly(ANNA.id, { email: 'new@fictional.example' });
    expect((await page(server, 'email=new%40fictional.example')).ids).toStrictEqual([ANNA.id]);
    expect((await page(server, 'email=anna%40fictional.example')).ids).toStrictEqual([]);
  });
});
