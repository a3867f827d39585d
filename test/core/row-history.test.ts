import { describe, expect, it } from 'vitest';
import type { AnswerSummary } from '../../src/core/answer.ts';
import type { Change } from '../../src/core/change.ts';
import { historyOf, type Standing } from '../../src/core/row-history.ts';

const CHANGES: readonly Change[] = [{ field: 'phone', before: '0', after: '1' }];
const refused = (status: number): AnswerSummary => ({ kind: 'refused', status });

/** A row that was sent so often, with these answers; `undefined` where the journal has none. */
const history = (...answers: readonly (AnswerSummary | undefined)[]) =>
  historyOf({
    row: 0,
    changes: CHANGES,
    attempts: answers.map((answer, index) => ({
      number: index + 1,
      sentAt: 't',
      body: { phone: '1' },
      ...(answer ? { answer } : {}),
    })),
  });

describe('what the journal tells of a row without an outcome', () => {
  it('is that it may be sent, where it never was', () => {
    expect(history()).toStrictEqual({
      attempts: 0,
      tries: 0,
      changes: CHANGES,
      standing: { kind: 'clear' },
    });
  });

  it.each<readonly [AnswerSummary | undefined, Standing]>([
    [undefined, { kind: 'in_doubt' }],
    [{ kind: 'ok', status: 200 }, { kind: 'accepted' }],
    [refused(422), { kind: 'refused', refusal: { kind: 'refused', status: 422 } }],
    [refused(503), { kind: 'in_doubt' }],
    [{ kind: 'lost', why: 'timeout', detail: '' }, { kind: 'in_doubt' }],
    [{ kind: 'unreadable', status: 200, why: 'cut_off' }, { kind: 'in_doubt' }],
    [refused(429), { kind: 'clear' }],
    [refused(401), { kind: 'clear' }],
    [{ kind: 'not_sent', why: 'dns', detail: '' }, { kind: 'clear' }],
  ])('after the answer %o is %o', (answer, standing) => {
    expect(history(answer).standing).toStrictEqual(standing);
  });

  it('is what became of the last attempt, whatever the ones before it met', () => {
    expect(history(refused(500), refused(429)).standing).toStrictEqual({ kind: 'clear' });
    expect(history(refused(429), refused(500)).standing).toStrictEqual({ kind: 'in_doubt' });
  });

  it('counts every attempt, and as tries those of unknown effect only', () => {
    const answers = [refused(500), refused(429), refused(401), refused(429), undefined];
    expect(history(...answers)).toMatchObject({ attempts: 5, tries: 2 });
  });
});
