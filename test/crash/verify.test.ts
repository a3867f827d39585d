import { expect, it } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import type { RunEvent } from '../../src/core/run.ts';
import type { PracticeServer } from '../../src/practice/server.ts';
import { connect } from '../services/support/connect.ts';
import { idOf } from '../services/support/customers.ts';
import { practiceWith } from '../services/support/practice.ts';
import { memoryJournal, planOf, start } from '../services/support/running.ts';
import { customersAtFirst, meddle, taskSheet } from './task.ts';
import { verify } from './verify.ts';

/** The task as a process does it that nobody kills. */
async function untouchedRun(): Promise<{
  readonly practice: PracticeServer;
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly write: (number: number, phone: string) => Promise<unknown>;
}> {
  const practice = await practiceWith({ customers: customersAtFirst() });
  const connected = connect(practice);
  const plan = await planOf(taskSheet(), connected);
  meddle(practice);
  const journal = memoryJournal();
  await start(plan, connected, { journal }).done;
  const write = (number: number, phone: string) => connected.bare.updateCustomer(idOf(number), { phone });
  return { practice, plan, events: journal.events, write };
}

const isEndOf = (event: RunEvent, row: number): boolean => event.kind === 'ended' && event.row === row;

it('a run that nobody killed is found to be as it should', async () => {
  const { plan, events, practice } = await untouchedRun();
  expect(verify(plan, events, practice)).toStrictEqual({
    lost: [],
    misreported: [],
    wrongData: [],
    secondEffects: { same: 0, differing: [] },
  });
});

it('a row without an outcome is found to be lost, and so is the end of a run', async () => {
  const { plan, events, practice } = await untouchedRun();
  const without = events.filter((event) => !isEndOf(event, 3) && event.kind !== 'run_ended');
  expect(verify(plan, without, practice).lost).toStrictEqual([
    'The run has no end in its journal.',
    'Row 3 has no outcome.',
  ]);
});

it('an outcome that is not the true one is found, whichever it is', async () => {
  const { plan, events, practice } = await untouchedRun();
  const told = events.map((event): RunEvent => {
    if (event.kind !== 'ended') return event;
    if (event.row === 0) return { ...event, outcome: { state: 'already_so' } };
    return event.row === 5 ? { ...event, outcome: { state: 'applied', seen: [] } } : event;
  });
  expect(verify(plan, told, practice).misreported).toStrictEqual([
    'Row 0 ended as already_so.',
    'Row 5 ended as applied.',
  ]);
});

it('a request without an intent, another effect than the first and other data than wanted are found', async () => {
  const { plan, events, practice, write } = await untouchedRun();
  await write(1, '+16175550133');
  const { wrongData, secondEffects } = verify(plan, events, practice);
  expect(wrongData[0]).toContain('Customer 1 is');
  expect(wrongData[1]).toContain('was sent without an intent');
  expect(wrongData).toHaveLength(2);
  expect(secondEffects.differing).toStrictEqual(['Row 0 had another effect the second time.']);
});
