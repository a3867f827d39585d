import { orderEmails } from '../../src/core/email-order.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planRows } from '../../src/core/plan-rows.ts';
import type { RunEvent } from '../../src/core/run.ts';
import { ANNA, snapshot, validated } from './making.ts';

export const CONNECTION = {
  name: 'x',
  baseUrl: 'http://127.0.0.1',
  mode: 'TEST',
  keyLastFour: '1234',
} as const;

export const STARTED: Extract<RunEvent, { readonly kind: 'run_started' }> = {
  kind: 'run_started',
  at: 't0',
  runId: 'r',
  planId: 'p',
  planHash: 'h',
  connection: CONNECTION,
  keyFingerprint: 'k1',
  operator: 'robin',
  machine: 'desk',
  appVersion: '1',
  rows: 3,
  settings: {
    concurrency: 1,
    triesPerRow: 1,
    settleMs: 0,
    freshness: { kind: 'each_attempt' },
    retryBudget: 1,
    breaker: { rows: 50, mostShare: 0.2 },
    pilotRows: 0,
    longestWaitMs: 1,
    longestAbsenceMs: null,
  },
};

/** The first row takes the second one's e-mail, that takes the third one's. */
export function chainOfThree(): Plan {
  const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
  const sheet = validated(
    ['key:id', 'write:email'],
    ids.map((id, index) => [id, ['b@x.example', 'c@x.example', 'new@x.example'][index] ?? '']),
  );
  const planned = planRows(
    sheet,
    new Map(
      ids.map((id, row) => {
        const email = `${'abc'[row]}@x.example`;
        return [row, { kind: 'found', snapshot: snapshot({ ...ANNA, id, email }) }];
      }),
    ),
  );
  const rows = orderEmails(planned, new Map([['new@x.example', { kind: 'free' }]]));
  const head = { version: 1, id: 'p', hash: 'h', createdAt: '', fileName: 'x.csv' } as const;
  return { ...head, connection: CONNECTION, options: { copyBillingToShipping: false }, rows };
}
