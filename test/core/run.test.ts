import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import { planRows } from '../../src/core/plan-rows.ts';
import { stateOfRow } from '../../src/core/report.ts';
import { type RunEvent, RunReducer } from '../../src/core/run.ts';
import { ANNA, ID, OTHER_ID, snapshot, validated } from './making.ts';
import { CONNECTION, STARTED as STARTED_OF_THREE } from './run-making.ts';

function planOfTwo(): Plan {
  const sheet = validated(
    ['key:id', 'write:phone'],
    [
      [ID, '1'],
      ['', '2'],
      [OTHER_ID, '3'],
    ],
  );
  const rows = planRows(
    sheet,
    new Map([
      [0, { kind: 'found', snapshot: snapshot(ANNA) }],
      [2, { kind: 'found', snapshot: snapshot({ ...ANNA, id: OTHER_ID }) }],
    ]),
  );
  const options = { copyBillingToShipping: false };
  const head = { version: 1, id: 'p', hash: 'h', createdAt: '', fileName: 'x.csv' } as const;
  return { ...head, connection: CONNECTION, options, rows };
}

const STARTED: RunEvent = { ...STARTED_OF_THREE, rows: 2 };
const intent = (attempt: number): RunEvent => ({
  kind: 'intent',
  at: `t${attempt}`,
  row: 0,
  attempt,
  customerId: ID,
  body: { phone: '1' },
  changes: [{ field: 'phone', before: `seen ${attempt}`, after: '1' }],
});

function after(...events: readonly RunEvent[]) {
  const reducer = new RunReducer(planOfTwo());
  for (const event of events) reducer.apply(event);
  return reducer.state;
}

describe('what is known of a run', () => {
  it('begins with the rows that will be written, as planned', () => {
    const { runId, startedAt, rows } = after(STARTED);
    expect({ runId, startedAt }).toStrictEqual({ runId: 'r', startedAt: 't0' });
    expect([...rows.keys()]).toStrictEqual([0, 2]);
    expect(rows.get(2)?.changes).toStrictEqual([{ field: 'phone', before: '+16175550100', after: '3' }]);
  });

  it('keeps every attempt with its own answer', () => {
    const row = after(
      STARTED,
      intent(1),
      { kind: 'answered', at: 'a1', row: 0, attempt: 1, answer: { kind: 'refused', status: 503 } },
      intent(2),
      { kind: 'answered', at: 'a2', row: 0, attempt: 2, answer: { kind: 'ok', status: 200 } },
    ).rows.get(0);
    expect(
      row?.attempts.map(({ number, sentAt, answeredAt, answer }) => [number, sentAt, answeredAt, answer]),
    ).toStrictEqual([
      [1, 't1', 'a1', { kind: 'refused', status: 503 }],
      [2, 't2', 'a2', { kind: 'ok', status: 200 }],
    ]);
    expect(row?.changes).toStrictEqual([{ field: 'phone', before: 'seen 2', after: '1' }]);
  });

  it('shows each row in one state: waiting, sending, ended', () => {
    const plan = planOfTwo();
    const states = (...events: readonly RunEvent[]) => {
      const { rows } = after(...events);
      return plan.rows.map((row) => stateOfRow(row, rows.get(row.row)));
    };
    const ended: RunEvent = { kind: 'ended', at: 'e', row: 0, outcome: { state: 'applied', seen: [] } };
    expect(states(STARTED)).toStrictEqual(['queued', 'invalid', 'queued']);
    expect(states(STARTED, intent(1))).toStrictEqual(['sending', 'invalid', 'queued']);
    expect(states(STARTED, intent(1), ended)).toStrictEqual(['applied', 'invalid', 'queued']);
  });

  it('says why it pauses, and why it ended', () => {
    expect(after(STARTED, { kind: 'paused', at: 't', reason: 'no_connection' }).pausedBy).toBe(
      'no_connection',
    );
    const paused: RunEvent = { kind: 'paused', at: 't', reason: 'person' };
    expect(after(STARTED, paused, { kind: 'resumed', at: 't' }).pausedBy).toBeUndefined();
    const over = after(STARTED, paused, {
      kind: 'run_ended',
      at: 't9',
      end: 'failed',
      reason: 'key_rejected',
    });
    expect(over.pausedBy).toBeUndefined();
    expect(over.end).toMatchObject({ how: 'failed', at: 't9', reason: 'key_rejected' });
  });

  it('is never about a row that the plan does not write', () => {
    expect(() => after({ ...intent(1), row: 1 } as RunEvent)).toThrow('no row 1');
  });
});
