import type { Customer } from '../../../src/core/atlas.ts';
import type { JsonObject, JsonValue } from '../../../src/core/json.ts';
import {
  badGateway,
  serverError,
  serverErrorAfterCommit,
  tooManyRequests,
  unavailable,
  wrongShape,
} from '../../../src/practice/fault-recipes.ts';
import { createRandom, shuffleRange } from '../../../src/practice/random.ts';
import type { FaultEffect, FaultRule, PracticeServer, ScriptedAnswer } from '../../../src/practice/server.ts';
import type { Table } from './desk.ts';

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** What is to become of a row, in the words of the window. */
export type Ending = 'applied' | 'rejected' | 'failed' | 'conflict' | 'unchanged' | 'not found' | 'error';

export interface FaultyJob {
  readonly table: Table;
  readonly rules: readonly FaultRule[];
  /** By the line in the file. */
  readonly endings: ReadonlyMap<number, Ending>;
  /** By the line in the file; of rows whose customer there is. */
  readonly idsByLine: ReadonlyMap<number, string>;
  /** All customers as they have to be at the end, worked out from the job alone. */
  readonly customersAfter: readonly Customer[];
}

interface Trouble {
  readonly name: string;
  readonly times: number;
  readonly ending: Ending;
  readonly effect?: FaultEffect;
  /** At every write of the customer; else only at the first. */
  readonly isPermanent?: boolean;
  /** What somebody else writes when the write arrives; the number makes it unique. */
  readonly otherWrites?: (number: number) => JsonObject;
}

const refusal = (status: number, code: string): ScriptedAnswer => ({
  kind: 'answer',
  status,
  json: { error: { code, message: 'This customer can’t be updated.' } },
});

/** Those after which the customer has to be looked at take seconds each: there are as many as a test has time for. */
const TROUBLES: readonly Trouble[] = [
  { name: '429', times: 3, ending: 'applied', effect: tooManyRequests({ kind: 'seconds', seconds: 1 }) },
  { name: '500', times: 3, ending: 'applied', effect: serverError },
  { name: '500 after the write', times: 4, ending: 'applied', effect: serverErrorAfterCommit },
  { name: '502', times: 2, ending: 'applied', effect: badGateway },
  { name: 'cut before the write', times: 3, ending: 'applied', effect: { kind: 'reset_before_commit' } },
  { name: 'cut after the write', times: 3, ending: 'applied', effect: { kind: 'reset_after_commit' } },
  { name: 'late write', times: 2, ending: 'applied', effect: { kind: 'commit_after_reset', delayMs: 300 } },
  { name: 'half an answer', times: 3, ending: 'applied', effect: { kind: 'truncated_body' } },
  { name: 'no customer', times: 1, ending: 'applied', effect: wrongShape },
  { name: 'slow', times: 6, ending: 'applied', effect: { kind: 'delay', ms: 900, before: 'answer' } },
  { name: 'refused', times: 10, ending: 'rejected', effect: refusal(422, 'invalid'), isPermanent: true },
  { name: 'locked', times: 6, ending: 'rejected', effect: refusal(409, 'locked'), isPermanent: true },
  { name: 'gone', times: 4, ending: 'rejected', effect: refusal(404, 'not_found'), isPermanent: true },
  { name: 'always down', times: 1, ending: 'failed', effect: unavailable, isPermanent: true },
  {
    // Found when the customer is read again, before the second try.
    name: 'moved meanwhile',
    times: 4,
    ending: 'conflict',
    effect: unavailable,
    otherWrites: (number) => ({ 'billing_address.line1': `${number} Somebody Else’s Street` }),
  },
  {
    name: 'renamed meanwhile',
    times: 10,
    ending: 'applied',
    otherWrites: (number) => ({ name: `Renamed ${number}` }),
  },
];

const UNCHANGED = 120;
const NOT_FOUND = 30;
const DAMAGED = 10;

/** A sheet of phones and cities in which most rows are fine, and all that goes wrong while it is applied. */
export function createFaultyJob(server: PracticeServer, rowCount: number): FaultyJob {
  const before = server.customers();
  const usable = before
    .filter(({ phone, billing_address: address }) => phone && typeof address?.['city'] === 'string')
    .toSorted((a, b) => b.created - a.created)
    .slice(0, rowCount - NOT_FOUND);
  if (usable.length < rowCount - NOT_FOUND) throw new Error('There are too few customers.');

  const customersById = new Map(before.map((customer) => [customer.id, customer as Customer]));
  const rules: FaultRule[] = [];
  const rows: { readonly cells: readonly string[]; readonly ending: Ending; readonly id?: string }[] = [];
  const troubles = spread(usable.length - UNCHANGED - DAMAGED);
  for (const [index, customer] of usable.entries()) {
    const { id, phone, billing_address: address } = customer;
    if (index < UNCHANGED) {
      rows.push({ cells: [id, textOf(phone), textOf(address?.['city'])], ending: 'unchanged', id });
      continue;
    }
    if (index < UNCHANGED + DAMAGED) {
      rows.push({ cells: [id, '#N/A', 'Nowhere'], ending: 'error', id });
      continue;
    }
    const wanted = { phone: `+1 617 555 ${String(index).padStart(4, '0')}`, city: `Fictional ${index}` };
    const trouble = troubles.get(index - UNCHANGED - DAMAGED);
    const ending = trouble?.ending ?? 'applied';
    if (trouble) rules.push(ruleOf(trouble, id, index));
    const others = withParts(customer, trouble?.otherWrites?.(index) ?? {});
    const written = withParts(others, { phone: wanted.phone, 'billing_address.city': wanted.city });
    customersById.set(id, ending === 'applied' ? written : others);
    rows.push({ cells: [id, wanted.phone, wanted.city], ending, id });
  }
  for (let number = 0; number < NOT_FOUND; number++) {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    rows.push({ cells: [id, '+1 617 555 9999', 'Nowhere'], ending: 'not found' });
  }
  // As people have them: in another order than Atlas lists its customers.
  shuffleRange(createRandom(5), rows, 0, rows.length);

  const lineOf = (index: number): number => index + 2;
  return {
    table: [['Customer ID', 'Phone', 'Bill To City'], ...rows.map(({ cells }) => cells)],
    rules,
    endings: new Map(rows.map(({ ending }, index) => [lineOf(index), ending])),
    idsByLine: new Map(rows.flatMap(({ id }, index) => (id === undefined ? [] : [[lineOf(index), id]]))),
    customersAfter: [...customersById.values()],
  };
}

/** Which of so many rows meets which trouble: evenly over all, so that no stretch of rows fails together. */
function spread(rows: number): ReadonlyMap<number, Trouble> {
  const all = TROUBLES.flatMap((trouble) => Array<Trouble>(trouble.times).fill(trouble));
  shuffleRange(createRandom(6), all, 0, all.length);
  return new Map(all.map((trouble, index) => [Math.floor(((index + 0.5) * rows) / all.length), trouble]));
}

function ruleOf(trouble: Trouble, customerId: string, number: number): FaultRule {
  const { name, effect, isPermanent = false, otherWrites } = trouble;
  return {
    name: `${name} (${customerId})`,
    match: { method: 'PATCH', customerId },
    when: isPermanent ? { kind: 'always' } : { kind: 'first', count: 1 },
    effect,
    ...(otherWrites && { otherWriter: { at: 'arrival', customerId, fields: otherWrites(number) } }),
  };
}

/** A customer with other values in some fields, `billing_address.city` and the like among them. */
function withParts(customer: Customer, parts: JsonObject): Customer {
  const changed: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(parts)) {
    const [field = '', part] = name.split('.');
    const inside = (changed[field] ?? customer[field] ?? {}) as JsonObject;
    changed[field] = part === undefined ? value : { ...inside, [part]: value };
  }
  return { ...customer, ...changed };
}
