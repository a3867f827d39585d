import { isDeepStrictEqual } from 'node:util';
import { type Plan, updatesOf } from '../../src/core/plan.ts';
import { type RunEvent, RunReducer } from '../../src/core/run.ts';
import type { PracticeServer, RequestRecord } from '../../src/practice/server.ts';
import { idOf } from '../services/support/customers.ts';
import { customersAtLast, statesAllowed } from './task.ts';

/** What must be so when a run that was killed again and again is completed, and is not; a sentence each. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly misreported: readonly string[];
  /** Customers that are not as the model says, and effects that no row had. */
  readonly wrongData: readonly string[];
  /** Effects of one row beyond its first: the same again, and others. */
  readonly secondEffects: { readonly same: number; readonly differing: readonly string[] };
}

const WRITES_NOTHING: ReadonlySet<string> = new Set(['already_so', 'conflict', 'rejected', 'not_attempted']);
const HAS_WRITTEN: ReadonlySet<string> = new Set(['applied', 'partly_applied', 'not_applied']);

export function verify(plan: Plan, events: readonly RunEvent[], practice: PracticeServer): Verdict {
  const writes = practice.requests().filter(({ method }) => method === 'PATCH');
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  const { rows, end } = reducer.state;
  const lost: string[] = end?.how === 'completed' ? [] : ['The run has no end in its journal.'];
  const misreported: string[] = [];
  if (updatesOf(plan).length !== plan.rows.length) lost.push('A row of the sheet is not in the run.');
  for (const { row, customerId } of updatesOf(plan)) {
    const state = rows.get(row)?.outcome?.state;
    if (state === undefined) lost.push(`Row ${row} has no outcome.`);
    else if (!statesAllowed(row).includes(state)) misreported.push(`Row ${row} ended as ${state}.`);
    else if (!isTrue(state, writesTo(customerId, writes)))
      misreported.push(`Row ${row} ended as ${state}, and the server knows better.`);
  }
  return {
    lost,
    misreported,
    wrongData: [...wrongCustomers(practice), ...withoutIntent(writes, events)],
    secondEffects: secondEffects(plan, writes),
  };
}

function isTrue(state: string, writes: readonly RequestRecord[]): boolean {
  const committed = writes.filter(({ isCommitted }) => isCommitted).length;
  if (WRITES_NOTHING.has(state)) return committed === 0;
  return !HAS_WRITTEN.has(state) || committed > 0;
}

const writesTo = (customerId: string, writes: readonly RequestRecord[]): readonly RequestRecord[] =>
  writes.filter(({ path }) => path === `/customers/${customerId}`);

function wrongCustomers(practice: PracticeServer): readonly string[] {
  return customersAtLast().flatMap((expected, index) => {
    const found = practice.customer(idOf(index + 1));
    return isDeepStrictEqual(found, expected)
      ? []
      : [`Customer ${index + 1} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}.`];
  });
}

/** Each request needs an intent of its own, durable before it left. */
function withoutIntent(writes: readonly RequestRecord[], events: readonly RunEvent[]): readonly string[] {
  const intents = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== 'intent') continue;
    const intent = `/customers/${event.customerId} ${JSON.stringify(event.body)}`;
    intents.set(intent, (intents.get(intent) ?? 0) + 1);
  }
  return writes.flatMap(({ path, bodyText }) => {
    const intent = `${path} ${bodyText}`;
    const left = intents.get(intent) ?? 0;
    intents.set(intent, left - 1);
    return left > 0 ? [] : [`${intent} was sent without an intent.`];
  });
}

function secondEffects(plan: Plan, writes: readonly RequestRecord[]): Verdict['secondEffects'] {
  let same = 0;
  const differing: string[] = [];
  for (const { customerId, row } of updatesOf(plan)) {
    const [first, ...others] = writesTo(customerId, writes).filter(({ isCommitted }) => isCommitted);
    for (const { customerAfter } of others) {
      if (isDeepStrictEqual(customerAfter, first?.customerAfter)) same++;
      else differing.push(`Row ${row} had another effect the second time.`);
    }
  }
  return { same, differing };
}
