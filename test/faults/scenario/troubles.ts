import type { JsonValue } from '../../../src/core/json.ts';
import { createRandom, pick, type Random, seedOf } from '../../../src/practice/random.ts';
import type { FaultRule, ScriptedWrite } from '../../../src/practice/server.ts';
import type { ExpectedRow } from '../model/expected-plan.ts';
import { otherFields, possibleInterferences } from './interference.ts';
import { FOR_EVER, isDoubtful, MADE, readMishaps, writeMishaps } from './mishaps.ts';
import { Slots } from './slots.ts';

/** Everything that goes wrong in a run. */
export interface Troubles {
  readonly rules: readonly FaultRule[];
  /** And while it is planned: of the dry run's readings. */
  readonly planning: readonly FaultRule[];
  /** What is in each of them, by its name, those of permanent faults apart. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** Names of the few rules whose request need not come. */
  readonly mayBeMissed: ReadonlySet<string>;
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
const HOPELESS = 0.02;

/** Atlas accepts it and changes nothing: what became of such a write can't be told from its customer. */
const isIgnored = ({ changes }: ExpectedRow): boolean => changes.has('default_payment_method');

export const createTroubles = (options: TroubleOptions): Troubles => new TroubleMaker(options).make();

class TroubleMaker {
  readonly #options: TroubleOptions;
  readonly #random: Random;
  readonly #slots = new Slots();
  readonly #always: FaultRule[] = [];
  readonly #hopeless = new Set<number>();
  readonly #mayBeMissed = new Set<string>();

  constructor(options: TroubleOptions) {
    this.#options = options;
    this.#random = createRandom(seedOf(options.seed, 'troubles'));
  }

  make(): Troubles {
    const updates = this.#options.expected.filter(({ action }) => action === 'update');
    const interfered: ExpectedRow[] = [];
    const disturbed: ExpectedRow[] = [];
    for (const row of updates) {
      const isAlone = !row.changes.has('email') && !isIgnored(row);
      if (isAlone && this.#random() < INTERFERED) interfered.push(row);
      else if (isAlone && this.#random() < HOPELESS) this.#forbid(row);
      else if (this.#isSent(row) && !isIgnored(row)) disturbed.push(row);
    }
    for (const row of disturbed) this.#disturb(row);
    for (const row of interfered) this.#interfere(row, disturbed);
    if (this.#options.reading.how === 'within') this.#disturbListing();
    return {
      planning: this.#planning(),
      rules: [...this.#slots.rules, ...this.#always],
      kinds: this.#slots.kinds,
      mayBeMissed: this.#mayBeMissed,
      hopeless: this.#hopeless,
    };
  }

  #planning(): readonly FaultRule[] {
    const slots = new Slots();
    for (const [index, { name, effect }] of readMishaps(this.#random).entries())
      slots.fault({ method: 'GET', customerId: 'list', number: index + 1 }, name, effect);
    return slots.rules;
  }

  /** Whether the row will be sent: whoever it waits for frees the e-mail. */
  #isSent({ after }: ExpectedRow): boolean {
    const before = after === undefined ? undefined : this.#options.expected[after];
    return before === undefined || (this.#isSent(before) && !this.#isTaken(before) && !isIgnored(before));
  }

  #isTaken({ changes }: ExpectedRow): boolean {
    return this.#options.takenEmails.has(changes.get('email'));
  }

  #disturbListing(): void {
    for (const [index, { name, effect }] of readMishaps(this.#random).entries())
      this.#slots.fault({ method: 'GET', customerId: 'list', number: index + 1 }, name, effect);
  }

  #disturb(row: ExpectedRow): void {
    const { customerId } = row;
    const writes = writeMishaps(this.#random, !this.#isTaken(row));
    for (const [index, { name, effect }] of writes.entries())
      this.#slots.fault({ method: 'PATCH', customerId, number: index + 1 }, name, effect);
    let reads = 0;
    const disturbReading = (): void => {
      for (const { name, effect } of readMishaps(this.#random))
        this.#slots.fault({ method: 'GET', customerId, number: ++reads }, name, effect);
      reads++;
    };
    const { how, denied } = this.#options.reading;
    if (denied === 'byId') return;
    if (how === 'each') disturbReading();
    // After a write of unknown effect it is looked what became of it.
    if (how === 'each' ? writes.length > 0 : writes.some(isDoubtful)) disturbReading();
  }

  /** Somebody else changes the customer before it is read, between reading and writing, or at some other row's write. */
  #interfere(row: ExpectedRow, sent: readonly ExpectedRow[]): void {
    const random = this.#random;
    const { customerId } = row;
    const kind = pick(random, possibleInterferences(row));
    const fields = otherFields(random, row, kind);
    const write = (at: ScriptedWrite['at']): ScriptedWrite => ({ at, customerId, fields });
    const own = { method: 'PATCH', customerId, number: 1 } as const;
    const where = pick(random, ['read', 'write', 'after', 'elsewhere', 'elsewhere'] as const);
    const name = `${kind} (${where})`;
    if (where === 'read' && this.#options.reading.how === 'each') {
      this.#slots.otherWriter({ method: 'GET', customerId, number: 1 }, name, write('arrival'));
    } else if (where === 'write' || where === 'after') {
      const [mishap] = writeMishaps(random, true);
      if (mishap) this.#slots.fault(own, mishap.name, mishap.effect);
      this.#slots.otherWriter(own, name, write(where === 'write' ? 'arrival' : 'carried_out'));
    } else {
      let other = pick(random, sent);
      while (!this.#slots.otherWriter({ ...own, customerId: other.customerId }, name, write('arrival')))
        other = pick(random, sent);
    }
  }

  /** What never passes: every write fails, or what became of one can't be read. */
  #forbid({ row, customerId }: ExpectedRow): void {
    const isListed = this.#options.reading.how === 'within' && this.#options.reading.denied === undefined;
    const kind = pick(
      this.#random,
      isListed ? FOR_EVER : FOR_EVER.filter(({ method }) => method === 'PATCH'),
    );
    const { name, method, effect } = kind;
    this.#hopeless.add(row);
    if (method === 'GET') {
      const lost = pick(this.#random, MADE);
      const rule = `PATCH 1 of ${customerId}: ${lost.name}`;
      this.#always.push({ name: rule, match: { method: 'PATCH', customerId }, effect: lost.effect });
      // What keeps it from being read may keep it from being sent.
      this.#mayBeMissed.add(rule);
    }
    this.#always.push({
      name: `${method} of ${customerId}: ${name}`,
      match: { method, customerId },
      when: { kind: 'always' },
      effect,
    });
  }
}
