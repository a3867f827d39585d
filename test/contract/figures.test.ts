import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plannedSample } from './support/planned-sample.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

let host: TestHost;

beforeEach(async () => {
  host = await startTestHost();
});

afterEach(async () => {
  await host.close();
});

const rowsOf = async (planId: string, figure: string): Promise<readonly number[]> => [
  ...(await host.must('plan.figure_rows', { planId, figure })),
];

describe('the figures of a dry run', () => {
  it('each have as many rows as they say, and those rows change the field', async () => {
    const { planId, figures } = await plannedSample(host);
    expect(figures.length).toBeGreaterThan(5);
    for (const { id, subject, rows } of figures) {
      const found = await rowsOf(planId, id);
      expect([id, found.length]).toEqual([id, rows]);
      if (subject.kind !== 'field') continue;
      const slice = await host.must('plan.slice', { planId, rows: [...found] });
      const changing = slice.filter(({ changes }) => changes.some(({ field }) => field === subject.field));
      expect([id, changing.length]).toEqual([id, rows]);
    }
  });

  it('tell at which rate requests may leave', async () => {
    expect((await plannedSample(host)).perMinute).toBeGreaterThan(10);
  });

  it('lose a row that is edited', async () => {
    const { planId, sessionId, figures } = await plannedSample(host);
    const figure = figures[0]?.id ?? '';
    const [first = -1, ...others] = await rowsOf(planId, figure);
    await host.must('session.record', {
      sessionId,
      revision: 1,
      operation: { kind: 'exclude_rows', rows: [first] },
    });
    expect(await rowsOf(planId, figure)).toEqual(others);
  });

  it('are those of this plan only', async () => {
    const { planId } = await plannedSample(host);
    expect(await host.invoke('plan.figure_rows', { planId, figure: 'field nothing' })).toMatchObject({
      ok: false,
      error: { code: 'plan_unknown' },
    });
  });
});
