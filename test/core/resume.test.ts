import { describe, expect, it } from 'vitest';
import type { NotAttemptedReason, Outcome } from '../../src/core/outcome.ts';
import { mayResume, type ResumeRefusal } from '../../src/core/resume.ts';
import type { RunEvent } from '../../src/core/run.ts';
import { resumeRefusalText } from '../../src/core/words/resume.ts';
import { chainOfThree, STARTED } from './run-making.ts';

const ended = (row: number, outcome: Outcome): RunEvent => ({ kind: 'ended', at: 't', row, outcome });
const notAttempted = (row: number, reason: NotAttemptedReason): RunEvent =>
  ended(row, { state: 'not_attempted', reason });
const runEnded = (
  end: 'completed' | 'stopped' | 'aborted' | 'failed',
  reason?: NotAttemptedReason,
): RunEvent => ({
  kind: 'run_ended',
  at: 't9',
  end,
  ...(reason ? { reason } : {}),
});
const intent = (row: number): RunEvent => ({
  kind: 'intent',
  at: 't',
  row,
  attempt: 1,
  customerId: 'c',
  body: { phone: '1' },
  changes: [{ field: 'phone', before: '0', after: '1' }],
});
const APPLIED: Outcome = { state: 'applied', seen: [] };

const leftOf = (...events: readonly RunEvent[]) => {
  const resumable = mayResume(chainOfThree(), [STARTED, ...events]);
  if (!resumable.ok) throw new Error(resumable.error.code);
  return resumable.value;
};

describe('what is left of a run', () => {
  it('is everything where it died before it began', () => {
    const resumable = mayResume(chainOfThree(), []);
    expect(resumable).toMatchObject({ ok: true, value: { left: [0, 1, 2], inDoubt: [] } });
  });

  it('is every row without an outcome; what was sent and not answered is in doubt', () => {
    const { left, inDoubt } = leftOf(ended(2, APPLIED), intent(1));
    expect({ left, inDoubt }).toStrictEqual({ left: [0, 1], inDoubt: [1] });
  });

  it.each([
    [{ kind: 'ok', status: 200 }, [1]],
    [{ kind: 'refused', status: 422 }, [1]],
    [{ kind: 'refused', status: 500 }, [1]],
    [{ kind: 'refused', status: 429 }, []],
    [{ kind: 'refused', status: 401 }, []],
    [{ kind: 'not_sent', why: 'dns', detail: '' }, []],
  ] as const)('after the answer %o has to be settled first: rows %o', (answer, inDoubt) => {
    const events = [intent(1), { kind: 'answered', at: 't', row: 1, attempt: 1, answer } as const];
    expect(leftOf(...events).inDoubt).toStrictEqual(inDoubt);
  });

  it.each([
    'key_rejected',
    'not_allowed',
    'redirected',
    'wrong_account',
    'journal_failed',
    'no_connection',
  ] as const)('is what only the end kept from being attempted (%s), and what waited for that', (reason) => {
    const { left, state } = leftOf(
      notAttempted(2, reason),
      notAttempted(1, 'depends_on_other_row'),
      notAttempted(0, 'depends_on_other_row'),
      runEnded('failed', reason),
    );
    expect(left).toStrictEqual([0, 1, 2]);
    expect(state.end).toBeUndefined();
  });

  it('is not what waited for a row that really failed', () => {
    const rejected: Outcome = { state: 'rejected', refusal: { kind: 'refused', status: 400 } };
    const { left } = leftOf(
      ended(2, rejected),
      notAttempted(1, 'depends_on_other_row'),
      notAttempted(0, 'key_rejected'),
      runEnded('failed', 'key_rejected'),
    );
    expect(left).toStrictEqual([0]);
  });

  it('is what the refused key could not read, and not what nobody could', () => {
    const unread: Outcome = { state: 'unknown', reason: 'could_not_read', seen: [] };
    const other: Outcome = { state: 'unknown', reason: 'other_values_found', seen: [] };
    const events = [intent(2), ended(2, unread), intent(1), ended(1, other)];
    expect(leftOf(...events, runEnded('failed', 'key_rejected'))).toMatchObject({ left: [0, 2] });
    expect(leftOf(...events)).toMatchObject({ left: [0] });
  });

  it('is not what a person stopped', () => {
    const { left } = leftOf(notAttempted(2, 'stopped'), notAttempted(1, 'depends_on_other_row'));
    expect(left).toStrictEqual([0]);
  });
});

describe('a run is not gone on with', () => {
  it.each([
    ['completed', 'completed'],
    ['stopped', 'ended_by_person'],
    ['aborted', 'ended_by_person'],
  ] as const)('that was %s', (end, code) => {
    expect(mayResume(chainOfThree(), [STARTED, runEnded(end)])).toStrictEqual({ ok: false, error: { code } });
  });

  it('by another plan', () => {
    const resumable = mayResume({ ...chainOfThree(), hash: 'other' }, [STARTED]);
    expect(resumable).toStrictEqual({ ok: false, error: { code: 'other_plan' } });
  });

  it.each([
    { code: 'completed' },
    { code: 'ended_by_person' },
    { code: 'other_plan' },
    { code: 'other_address', planned: 'https://a.example', given: 'https://b.example' },
    { code: 'other_mode' },
    { code: 'other_account' },
    { code: 'not_provable' },
    { code: 'could_not_prove', detail: 'No answer came in time.' },
  ] satisfies readonly ResumeRefusal[])('without a reason people understand: $code', (refusal) => {
    expect(resumeRefusalText(refusal)).toMatch(/^[A-Z].*\.$/);
    expect(resumeRefusalText(refusal)).not.toMatch(/undefined|_/);
  });
});
