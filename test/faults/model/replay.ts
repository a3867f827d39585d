import type { JsonObject, JsonValue } from '../../../src/core/json.ts';
import type { Commit, RequestRecord } from '../../../src/practice/server.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import { customerIdOf, type Difference, type Evidence, isReadingOf, isWrite } from './evidence.ts';
import type { ExpectedRow } from './expected-plan.ts';
import { History } from './history.ts';
import { mergeOn, withPart } from './merge.ts';
import { isEqual, isObject, isSame, partsOf, valueAt } from './values.ts';

export interface Replayed {
  readonly history: History;
  readonly differences: readonly Difference[];
}

/**
 * Makes every change again, in the order in which the data saw them: others' from their script, ours from the sheet
 * and what the customer was when it was read. A write that can't be had that way should never have left.
 */
export function replay(evidence: Evidence): Replayed {
  return new Replay(evidence).run();
}

const ADDRESSES = ['billing_address', 'shipping_address'];
/** Accepted and ignored by the service. */
const IGNORED = 'default_payment_method';

class Replay {
  readonly #evidence: Evidence;
  readonly #history: History;
  readonly #rowsById: ReadonlyMap<string, ExpectedRow>;
  readonly #requests: ReadonlyMap<number, RequestRecord>;
  readonly #differences: Difference[] = [];

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#history = new History(evidence.customersBefore);
    const updates = evidence.expected.filter(({ action }) => action === 'update');
    this.#rowsById = new Map(updates.map((row) => [row.customerId, row]));
    this.#requests = new Map(evidence.requests.map((request) => [request.sequence, request]));
  }

  run(): Replayed {
    const { commits, requests, customersAfter } = this.#evidence;
    for (const commit of commits) this.#redo(commit);
    for (const request of requests) if (isWrite(request) && !request.isCommitted) this.#bodyOf(request);
    for (const customer of customersAfter) this.#compare(customer);
    return { history: this.#history, differences: this.#differences };
  }

  #redo({ by, version, at, customer: stored }: Commit): void {
    const before = this.#history.now(stored.id);
    const patch = by.kind === 'other_writer' ? this.#scripted(by.rule) : this.#sent(by.sequence);
    const customer = patch ? { ...before, ...patch } : stored;
    this.#history.add(stored.id, { version, since: at, customer });
  }

  /** What another writer's script makes of its customer as the model has it. */
  #scripted(rule: string | null): JsonObject | undefined {
    const write = this.#evidence.otherWrites.get(rule ?? '');
    if (!write) {
      this.#differences.push(`Nobody scripted the change "${String(rule)}".`);
      return undefined;
    }
    const patch: Record<string, JsonValue> = {};
    for (const [field, value] of Object.entries(write.fields)) {
      const [name, part] = partsOf(field);
      const current = patch[name] ?? this.#history.now(write.customerId)[name];
      if (part === undefined) patch[name] = value;
      else patch[name] = withPart(current, part, value);
    }
    return patch;
  }

  #sent(sequence: number): JsonObject | undefined {
    const request = this.#requests.get(sequence);
    const body = request && this.#bodyOf(request);
    return body && Object.fromEntries(Object.entries(body).filter(([field]) => field !== IGNORED));
  }

  /** What the request should have sent, if there is a reading that allows what it did send. */
  #bodyOf(request: RequestRecord): JsonObject | undefined {
    const id = customerIdOf(request);
    const row = this.#rowsById.get(id);
    const { sequence } = request;
    if (!row) {
      this.#differences.push(`Request ${sequence} writes to ${id}, which no row of the plan is about.`);
      return undefined;
    }
    const bases = this.#basesOf(request, id);
    const bodies = bases
      .filter((base) => this.#mayWrite(row, base))
      .map((base) => mergeOn(base, row.wishes.values));
    for (const merged of bodies)
      if (merged.kind === 'body' && isEqual(merged.body, request.body)) return merged.body;
    const why =
      bodies.length === 0
        ? 'somebody else’s change should have kept it from leaving'
        : 'that is not what the sheet asks for';
    const fields = Object.keys(isObject(request.body) ? request.body : {});
    const were = bases.map((base) =>
      JSON.stringify(Object.fromEntries(fields.map((field) => [field, base[field] ?? null]))),
    );
    this.#differences.push(
      `Row ${row.row}: request ${sequence} to ${id} sent ${request.bodyText}; ${why}: there was ${were.join(' or ')}.`,
    );
    return undefined;
  }

  /** The states it may be based on: the last one read before it, or those within the freshness window. */
  #basesOf({ sequence, arrivedAt }: RequestRecord, id: string): readonly JsonObject[] {
    const { freshMs, requests } = this.#evidence;
    if (freshMs !== null) return this.#history.between(id, arrivedAt - freshMs, arrivedAt);
    const read = requests.findLast((request) => request.sequence < sequence && isReadingOf(request, id));
    return read?.version === undefined || read.version === null ? [] : [this.#history.at(id, read.version)];
  }

  /** Whether nothing moved since the dry run that the row touches, or that its address would carry along. */
  #mayWrite({ customerId, changes, wishes, body }: ExpectedRow, base: JsonObject): boolean {
    const planned = this.#history.at(customerId, 0);
    const isFree = (field: string): boolean => {
      const now = valueAt(base, field);
      return isSame(now, valueAt(planned, field)) || isSame(now, changes.get(field));
    };
    const siblings = ADDRESSES.filter((name) => name in body).flatMap((name) =>
      [...keysOf(planned[name]), ...keysOf(base[name])].map((part) => `${name}.${part}`),
    );
    return (
      [...changes.keys()].every(isFree) &&
      [...wishes.values.keys(), ...siblings]
        .filter((field) => !changes.has(field))
        .every((field) => isSame(valueAt(base, field), valueAt(planned, field)))
    );
  }

  #compare(customer: StoredCustomer): void {
    const { id } = customer;
    const model = this.#history.now(id);
    for (const field of new Set([...Object.keys(customer), ...Object.keys(model)])) {
      if (isEqual(customer[field], model[field])) continue;
      this.#differences.push(
        `Customer ${id}: ${field} is ${JSON.stringify(customer[field])} and should be ${JSON.stringify(model[field])}.`,
      );
    }
  }
}

const keysOf = (value: JsonValue | undefined): readonly string[] =>
  isObject(value) ? Object.keys(value) : [];
