import { describe, expect, it } from 'vitest';
import { restless, type Sighting, wrongSightings } from './sightings.ts';

const ROWS = 10;

/** A run of ten rows, one of them not to be written, as it should look. */
const good: readonly Sighting[] = [
  at(0, { update: 9, unchanged: 1 }, ['update', 'update', 'unchanged']),
  at(1, { queued: 9, unchanged: 1 }, ['waiting', 'waiting', 'unchanged']),
  at(2, { queued: 6, sending: 2, applied: 1, unchanged: 1 }, ['applied', 'sending', 'unchanged']),
  at(3, { queued: 5, sending: 1, applied: 2, rejected: 1, unchanged: 1 }, [
    'applied',
    'rejected',
    'unchanged',
  ]),
];

function at(moment: number, tabs: Readonly<Record<string, number>>, statuses: readonly string[]): Sighting {
  return {
    at: moment,
    tabs: { all: ROWS, warnings: 3, ...tabs },
    rows: Object.fromEntries(statuses.map((status, place) => [place, [String(place + 2), status] as const])),
    scrollTop: 0,
    rowsMade: 0,
  };
}

const then = (sighting: Sighting): readonly Sighting[] => [...good, sighting];
const last = good.at(-1) as Sighting;

describe('a run as it was seen', () => {
  it('is right where everything adds up, stays in its place and goes forward', () => {
    expect(wrongSightings(good, ROWS)).toEqual([]);
    expect(restless(good)).toEqual([]);
  });

  it.each([
    ['a row that is in no tab', { queued: 4 }, 'rows in tabs'],
    ['a row that is in two tabs', { applied: 3 }, 'rows in tabs'],
    ['fewer rows in all', { all: 9 }, '9 in all'],
    ['rows applied that are not any more', { applied: 1, sending: 2 }, 'applied went from 2 to 1'],
    ['rows that wait again', { queued: 6, sending: 0 }, 'queued went from 5 to 6'],
    ['a refusal that was none', { rejected: 0, applied: 3 }, 'rejected went from 1 to 0'],
  ])('is wrong with %s', (_what, tabs, told) => {
    expect(wrongSightings(then({ ...last, tabs: { ...last.tabs, ...tabs } }), ROWS).join()).toContain(told);
  });

  it.each([
    ['waiting', 'from applied to waiting'],
    ['sending', 'from applied to sending'],
    ['rejected', 'from applied to rejected'],
  ])('is wrong with a row that was applied and is %s', (status, told) => {
    expect(wrongSightings(then({ ...last, rows: { 0: ['2', status] } }), ROWS).join()).toContain(told);
  });

  it('is restless with rows that change places, are drawn anew or scroll away', () => {
    expect(restless(then({ ...last, rows: { ...last.rows, 0: ['3', 'applied'] } })).join()).toContain(
      'line 2 is not at 0',
    );
    expect(restless(then({ ...last, rows: {} }))).not.toEqual([]);
    expect(restless(then({ ...last, rowsMade: 2 })).join()).toContain('2 rows were drawn anew');
    expect(restless(then({ ...last, scrollTop: 32 })).join()).toContain('scrolled to 32');
    expect(restless([])).not.toEqual([]);
  });
});
