import type { JsonValue } from '../../../src/core/json.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { createRandom, pick, type Random, seedOf } from '../../../src/practice/random.ts';
import type { FaultRule, ScriptedWrite } from '../../../src/practice/server.ts';
import type { ExpectedRow } from '../model/expected-plan.ts';
import { otherFields, possibleInterferences } from './interference.ts';
import { isDoubtful, readMishaps, writeMishaps } from './mishaps.ts';
import { Slots } from './slots.ts';

/** Everything that goes wrong in a run. */
export interface Troubles {
  readonly rules: readonly FaultRule[];
  /** Names of those that have to be met. */
  readonly certain: ReadonlySet<string>;
  /** Rows that a permanent fault keeps from being applied. */
  readonly hopeless: ReadonlySet<number>;
}

/** How customers are read during the run. */
export interface ReadingPlan {
  /** By id before each of their writes, or with others from the listing. */
  readonly how: 'each' | 'within';
  /** What the key may not do. */
  readonly denied: 'list' | 'byId' | undefined;
}

export interface TroubleOptions {
  readonly seed: number;
  readonly expected: readonly ExpectedRow[];
  readonly reading: ReadingPlan;
  /** E-mails of customers that no row is about: whoever wants one is refused. */
  readonly takenEmails: ReadonlySet<JsonValue | undefined>;
}

const INTERFERED = 0.15;
const HOPELESS = 0.01;

export const createTroubles = (options: TroubleOptions): Troubles => new TroubleMaker(options).make();

class TroubleMaker {
  readonly #options: TroubleOptions;
  readonly #random: Random;
  readonly #slots = new Slots();
  readonly #always: FaultRule[] = [];
  readonly #hopeless = new Set<number>();

  constructor(options: TroubleOptions) {
    this.#options = options;
    this.#random = createRandom(seedOf(options.seed, 'troubles'));
  }

  make(): Troubles {
    const { expected, reading } = this.#options;
    const updates = expected.filter(({ action }) => action === 'update');
    // Of each of these, one first write is certain: others' changes are scripted at them.
    const steady = updates.filter((row) => this.#isAlone(row));
    for (const row of updates) {
      const isAlone = steady.includes(row);
      if (isAlone && this.#random() < INTERFERED) this.#interfere(row, steady);
      else if (isAlone && this.#random() < HOPELESS) this.#forbid(row);
      else if (!row.changes.has('default_payment_method')) this.#disturb(row);
    }
    if (reading.how === 'within') {
      for (const [index, { name, effect }] of readMishaps(this.#random).entries())
        this.#slots.fault({ method: 'GET', customerId: 'list', number: index + 1 }, name, effect, true);
    }
    return {
      rules: [...this.#slots.rules, ...this.#always],
      certain: new Set([...this.#slots.certain, ...this.#always.map(({ name }) => name)]),
      hopeless: this.#hopeless,
    };
  }

  /** Neither waits for another row nor keeps one waiting, and all of it can be written. */
  #isAlone(row: ExpectedRow): boolean {
    return !row.changes.has('email') && !row.changes.has('default_payment_method');
  }

  #disturb(row: ExpectedRow): void {
    const { customerId } = row;
    const isTaken = this.#options.takenEmails.has(row.changes.get('email'));
    const isCertain = row.after === undefined;
    const writes = writeMishaps(this.#random, !isTaken);
    for (const [index, { name, effect }] of writes.entries())
      this.#slots.fault({ method: 'PATCH', customerId, number: index + 1 }, name, effect, isCertain);
    let reads = 0;
    const disturbReading = (): void => {
      for (const { name, effect } of readMishaps(this.#random))
        this.#slots.fault({ method: 'GET', customerId, number: ++reads }, name, effect, isCertain);
      reads++;
    };
    const { how, denied } = this.#options.reading;
    if (denied === 'byId') return;
    if (how === 'each') disturbReading();
    // After a write of unknown effect it is looked what became of it.
    if (how === 'each' ? writes.length > 0 : writes.some(isDoubtful)) disturbReading();
  }

  /** Somebody else changes the customer before it is read, between reading and writing, or at some other row's write. */
  #interfere(row: ExpectedRow, steady: readonly ExpectedRow[]): void {
    const random = this.#random;
    const { customerId } = row;
    const kind = pick(random, possibleInterferences(row));
    const fields = otherFields(random, row, kind);
    const write = (at: ScriptedWrite['at']): ScriptedWrite => ({ at, customerId, fields });
    const own = { method: 'PATCH', customerId, number: 1 } as const;
    const where = pick(random, ['read', 'write', 'after', 'elsewhere', 'elsewhere'] as const);
    const name = `${kind} (${where})`;
    if (where === 'read' && this.#options.reading.how === 'each') {
      this.#slots.otherWriter({ method: 'GET', customerId, number: 1 }, name, write('arrival'), true);
    } else if (where === 'write' || where === 'after') {
      const [mishap] = writeMishaps(random, true);
      if (mishap) this.#slots.fault(own, mishap.name, mishap.effect, true);
      this.#slots.otherWriter(own, name, write(where === 'write' ? 'arrival' : 'carried_out'), true);
    } else {
      const other = pick(
        random,
        steady.filter((candidate) => !this.#hopeless.has(candidate.row)),
      );
      this.#slots.otherWriter({ ...own, customerId: other.customerId }, name, write('arrival'), false);
    }
  }

  /** A write that never succeeds. */
  #forbid(row: ExpectedRow): void {
    const { customerId } = row;
    const effect = pick(this.#random, [
      recipes.serverError,
      { kind: 'answer', status: 422, json: { error: { code: 'no', message: 'No' } } },
    ] as const);
    this.#hopeless.add(row.row);
    this.#always.push({
      name: `PATCH of ${customerId}: always ${effect.status}`,
      match: { method: 'PATCH', customerId },
      when: { kind: 'always' },
      effect,
    });
  }
}
