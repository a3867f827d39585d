import type { JsonObject } from '../../../src/core/json.ts';
import type { RowState } from '../../../src/core/row-state.ts';
import type { RequestRecord } from '../../../src/practice/server.ts';
import { customerIdOf, type Difference, type Evidence, isReadingOf, isWrite } from './evidence.ts';
import type { ExpectedRow } from './expected-plan.ts';
import type { History } from './history.ts';
import { isSame, valueAt } from './values.ts';

/** What the server saw of one row. */
interface Facts {
  readonly row: ExpectedRow;
  readonly states: readonly JsonObject[];
  readonly writes: readonly RequestRecord[];
  /** Some may have been lost before they reached the server. */
  readonly attempts: number;
  readonly hasOurs: boolean;
  readonly hasOthers: boolean;
}

/** Holds the state that was reported for each row against what the server saw. */
export class RowTruth {
  readonly #evidence: Evidence;
  readonly #history: History;
  readonly #writesById: ReadonlyMap<string, readonly RequestRecord[]>;
  readonly #otherIds: ReadonlySet<string>;

  constructor(evidence: Evidence, history: History) {
    this.#evidence = evidence;
    this.#history = history;
    this.#writesById = Map.groupBy(evidence.requests.filter(isWrite), customerIdOf);
    const others = evidence.commits.filter(({ by }) => by.kind === 'other_writer');
    this.#otherIds = new Set(others.map(({ customer }) => customer.id));
  }

  /** Whether somebody else changed the row's customer during the run. */
  isTouched({ customerId }: ExpectedRow): boolean {
    return this.#otherIds.has(customerId);
  }

  judge(reported: readonly RowState[]): readonly Difference[] {
    const { expected } = this.#evidence;
    const count =
      reported.length === expected.length
        ? []
        : [`${reported.length} rows are reported, and the sheet has ${expected.length}.`];
    return [
      ...count,
      ...expected.flatMap((row) => {
        const state = reported[row.row];
        const lie = state === undefined ? 'has no state' : this.#lieOf(row, state, reported);
        return lie === undefined ? [] : [`Row ${row.row} (${row.customerId}), reported as ${state}: ${lie}.`];
      }),
    ];
  }

  /** What is wrong about a state, if anything is. */
  #lieOf(row: ExpectedRow, state: RowState, reported: readonly RowState[]): string | undefined {
    if (row.action !== 'update') {
      if (state !== row.action) return `the dry run should say ${row.action}`;
      const isAlsoWritten = this.#evidence.expected.some(
        (other) => other.action === 'update' && other.customerId === row.customerId,
      );
      return isAlsoWritten || !this.#writesById.has(row.customerId) ? undefined : 'something was sent';
    }
    const facts = this.#factsOf(row);
    if (state !== 'not_attempted' && isHeldUp(row, reported)) return 'the row it depends on did not succeed';
    switch (state) {
      case 'applied':
        return lieOfApplied(facts);
      case 'partly_applied':
      case 'not_applied':
        return lieOfAccepted(facts, state);
      case 'already_so':
        return facts.hasOurs ? WRITTEN : facts.states.some(hasAll(row)) ? undefined : 'it never was so';
      case 'conflict':
        return facts.hasOurs ? WRITTEN : facts.hasOthers ? undefined : 'nobody else changed the customer';
      case 'rejected':
        return facts.hasOurs ? WRITTEN : facts.writes.some(isRefusal) ? undefined : 'it was not refused';
      case 'failed':
        return facts.hasOurs ? WRITTEN : this.#lieOfFailed(facts);
      case 'not_attempted':
        return lieOfNotAttempted(facts, reported);
      case 'unknown':
        return this.#lieOfUnknown(facts);
      case 'invalid':
      case 'ready':
      case 'excluded':
      case 'update':
      case 'unchanged':
      case 'not_found':
      case 'blocked':
      case 'unread':
      case 'stale':
      case 'queued':
      case 'sending':
        return 'a run must not end so';
    }
  }

  /**
   * A write that landed when the row had long ended: two settling delays had passed since the last word of a write.
   * Nobody can know of it. Customers are compared with it all the same.
   */
  #isTooLate({ sequence }: RequestRecord, { row }: ExpectedRow): boolean {
    const { commits, events, settleMs } = this.#evidence;
    const landed = commits.find(({ by }) => by.kind === 'request' && by.sequence === sequence)?.at ?? 0;
    const own = events.filter((event) => 'row' in event && event.row === row);
    const endedAt = Date.parse(own.findLast(({ kind }) => kind === 'ended')?.at ?? '');
    const answeredAt = Date.parse(own.findLast(({ kind }) => kind === 'answered')?.at ?? '');
    return landed > endedAt && endedAt - answeredAt >= 2 * settleMs;
  }

  /** It could not be read, or some fields were as wanted and others not: nothing tells what became of the write. */
  #lieOfUnknown({ row, states, attempts, writes }: Facts): string | undefined {
    if (attempts === 0) return 'nothing was sent';
    const lastSent = writes.at(-1)?.sequence ?? 0;
    const isReadSince = this.#evidence.requests.some(
      (request) => request.sequence > lastSent && isReadingOf(request, row.customerId),
    );
    if (!isReadSince) return undefined;
    const planned = this.#history.at(row.customerId, 0);
    const isBefore = (customer: JsonObject): boolean =>
      [...row.changes.keys()].every((field) => isSame(valueAt(customer, field), valueAt(planned, field)));
    return states.some((customer) => !hasAll(row)(customer) && !isBefore(customer))
      ? undefined
      : 'its customer always showed what became of it';
  }

  #lieOfFailed({ attempts, writes }: Facts): string | undefined {
    const tries = attempts - writes.filter(({ status }) => status === 429).length;
    return tries < this.#evidence.tries ? `it had ${this.#evidence.tries - tries} tries left` : undefined;
  }

  #factsOf(row: ExpectedRow): Facts {
    const { customerId } = row;
    const writes = this.#writesById.get(customerId) ?? [];
    return {
      row,
      writes,
      attempts: this.#evidence.events.filter((event) => event.kind === 'intent' && event.row === row.row)
        .length,
      states: this.#history.of(customerId).map(({ customer }) => customer),
      hasOurs: writes.some((write) => write.isCommitted && !this.#isTooLate(write, row)),
      hasOthers: this.isTouched(row),
    };
  }
}

const WRITTEN = 'it was written';

/** All that the plan says would change; what had its value then was left to whoever writes it. */
const hasAll =
  ({ changes }: ExpectedRow) =>
  (customer: JsonObject): boolean =>
    [...changes].every(([field, value]) => isSame(valueAt(customer, field), value));

function lieOfApplied({ row, states, attempts, hasOurs, hasOthers }: Facts): string | undefined {
  if (!states.some(hasAll(row))) return 'the values were never there';
  // What is seen after a write that nobody answered for may be somebody else's: no one can tell.
  return hasOurs || (hasOthers && attempts > 0) ? undefined : 'it was not written';
}

/** Answered 200, with only some of the values, or none of them. */
function lieOfAccepted(
  { row, states, hasOurs }: Facts,
  state: 'partly_applied' | 'not_applied',
): string | undefined {
  if (!hasOurs) return 'it was not written';
  if (states.some(hasAll(row))) return 'all of the values were there';
  const isAny = states.some((customer) =>
    [...row.changes].some(([field, value]) => isSame(valueAt(customer, field), value)),
  );
  return isAny === (state === 'partly_applied')
    ? undefined
    : `${isAny ? 'some' : 'none'} of the values were there`;
}

/** Another row has to free its e-mail, and did not. */
function isHeldUp({ after }: ExpectedRow, reported: readonly RowState[]): boolean {
  const before = after === undefined ? undefined : reported[after];
  return before !== undefined && before !== 'applied' && before !== 'already_so';
}

function lieOfNotAttempted({ row, hasOurs }: Facts, reported: readonly RowState[]): string | undefined {
  if (hasOurs) return WRITTEN;
  return isHeldUp(row, reported) ? undefined : 'it depends on no row that did not succeed';
}

const isRefusal = ({ status }: RequestRecord): boolean =>
  status !== null && status >= 400 && status < 500 && status !== 429;
