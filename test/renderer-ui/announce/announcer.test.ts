import { describe, expect, it } from 'vitest';
import type { SheetModel } from '../../../src/renderer/model/sheet-model.ts';
import type { JobView } from '../../../src/renderer/model/workspace-state.ts';
import { Announcer, type Heard } from '../../../src/renderer/ui/announce/announcer.ts';

const NOTHING: Heard = { importing: null, sheet: null, job: { kind: 'none' }, notice: null, dialog: 'none' };
const PLANNING: JobView = { kind: 'planning', done: 0, total: 40, requestsLeft: 0, leftMs: null };

const sheet = (counts: Partial<SheetModel['counts']> = {}, planId?: string): SheetModel =>
  ({
    sessionId: 's1',
    fileName: 'moves.csv',
    counts: { all: 40, errors: 0, warnings: 0, ...counts },
    plan: planId === undefined ? null : { planId },
  }) as SheetModel;

type RunView = Extract<JobView, { readonly kind: 'running' | 'ended' }>;
const run = (ended: number, changes: Partial<RunView> = {}): RunView => ({
  kind: 'running',
  runId: 'r1',
  ended,
  total: 400,
  perMinute: null,
  leftMs: null,
  note: '',
  pausedBy: null,
  isStopping: false,
  end: null,
  ...changes,
});

/** What is said of one state after the other. */
const said = (...states: readonly Partial<Heard>[]): readonly (string | undefined)[] => {
  const announcer = new Announcer();
  return states.map((state) => announcer.next({ ...NOTHING, ...state }));
};

describe('what a screen reader says by itself', () => {
  it('tells of a file once, however often its reading gets on', () => {
    const reading = (done: number) => ({ importing: { fileName: 'moves.csv', done, total: 9 } });
    expect(said(reading(0), reading(5), { sheet: sheet() }, { sheet: sheet({ errors: 2 }) })).toEqual([
      'Reading moves.csv',
      undefined,
      'moves.csv is open: 40 rows',
      undefined,
    ]);
  });

  it('tells what a dry run comes to when its plan is there, and not how it gets on', () => {
    const open = { sheet: sheet() };
    const planned = sheet({ update: 31, unchanged: 3, invalid: 1, ready: 2 }, 'p1');
    const [, ...rest] = said(
      open,
      { ...open, job: PLANNING },
      { ...open, job: { ...PLANNING, done: 20 } },
      { sheet: planned },
      { sheet: planned },
    );
    expect(rest).toEqual([
      'Dry run: reading customers',
      undefined,
      'Dry run done: 1 error, 31 updates, 3 unchanged',
      undefined,
    ]);
  });

  it('tells of a plan that others were left out of without calling it a dry run', () => {
    const before = { sheet: sheet({ update: 2 }, 'p1') };
    const [, text] = said(before, { sheet: sheet({ update: 1, excluded: 1 }, 'p2') });
    expect(text).toBe('The plan is now: 1 left out, 1 update');
  });

  it('tells of a run when it begins, at each quarter and when it has ended', () => {
    const open = { sheet: sheet({}, 'p1') };
    const ended = run(400, { kind: 'ended', end: { how: 'completed', message: '' } });
    const steps = [1, 99, 100, 101, 250].map((rows) => ({ ...open, job: run(rows) }));
    const [, ...rest] = said(open, ...steps, {
      sheet: sheet({ applied: 398, conflict: 2, unchanged: 7 }, 'p1'),
      job: ended,
    });
    expect(rest).toEqual([
      'Applying to 400 customers',
      undefined,
      '100 of 400 rows have ended',
      undefined,
      '250 of 400 rows have ended',
      'Done: 398 applied, 2 conflicts',
    ]);
  });

  it('tells of a pause with its reason, and that it is over', () => {
    const paused = run(5, { pausedBy: 'pilot_done' });
    const [, text, again] = said({ job: run(5) }, { job: paused }, { job: run(5) });
    expect(text).toContain('the first rows are written');
    expect(again).toBe('The run goes on');
  });

  it('reads out notes once, and leaves errors and what a dialog says to them', () => {
    const saved = { kind: 'info', text: 'Saved.' } as const;
    const wrong = { kind: 'error', text: 'Not saved.' } as const;
    expect(said({ notice: saved }, { notice: saved }, { notice: wrong })).toEqual([
      'Saved.',
      undefined,
      undefined,
    ]);
    expect(said({ notice: saved, dialog: 'connection' })).toEqual([undefined]);
  });
});
