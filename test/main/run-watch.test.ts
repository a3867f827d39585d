import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../src/contract/events.ts';
import { type RunNews, RunWatch } from '../../src/main/run-watch.ts';

type Batch = EventPayload<'run.batch'>;

const BATCH: Batch = {
  runId: 'a',
  planId: '00000000-0000-4000-8000-000000000000',
  changed: [],
  counts: {},
  ended: 5,
  total: 20,
  perMinute: null,
  leftMs: null,
  note: '',
  pausedBy: null,
  end: null,
};

function watching(): { readonly watch: RunWatch; readonly news: RunNews['kind'][] } {
  const watch = new RunWatch();
  const news: RunNews['kind'][] = [];
  watch.onChange((_watch, told) => told && news.push(told.kind));
  return { watch, news };
}

describe('a run that is watched', () => {
  it('is at work until it waits for a person or has ended', () => {
    const { watch } = watching();
    const after = (change: Partial<Batch>): boolean => {
      watch.note({ ...BATCH, ...change });
      return watch.isAnyAtWork;
    };
    expect(after({})).toBe(true);
    expect(after({ pausedBy: 'person' })).toBe(false);
    expect(watch.isAnyOn).toBe(true);
    // It goes on by itself when the network is back, and must not sleep through that.
    expect(after({ pausedBy: 'no_connection' })).toBe(true);
    expect(after({ pausedBy: 'pilot_done' })).toBe(false);
    expect(after({ end: { how: 'completed', message: '' } })).toBe(false);
    expect(watch.isAnyOn).toBe(false);
  });

  it('is at work while another one waits', () => {
    const { watch } = watching();
    watch.note({ ...BATCH, pausedBy: 'person' });
    watch.note({ ...BATCH, runId: 'b' });
    expect(watch.isAnyAtWork).toBe(true);
    expect(watch.progress).toBe(0.25);
  });

  it('is news once when it waits for somebody who did not pause it, and when it ends', () => {
    const { watch, news } = watching();
    watch.note(BATCH);
    watch.note({ ...BATCH, pausedBy: 'pilot_done' });
    watch.note({ ...BATCH, pausedBy: 'pilot_done', ended: 6 });
    watch.note(BATCH);
    watch.note({ ...BATCH, pausedBy: 'person' });
    watch.note({ ...BATCH, pausedBy: 'no_connection' });
    expect(news).toEqual(['waits']);
    watch.note({ ...BATCH, end: { how: 'stopped', message: '' } });
    expect(news).toEqual(['waits', 'ended']);
  });
});
