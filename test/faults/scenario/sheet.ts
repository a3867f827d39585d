import { generateCustomers } from '../../../src/practice/customers.ts';
import { between, createRandom, type Random, seedOf, uuid } from '../../../src/practice/random.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import type { ModelSheet } from '../model/wishes.ts';
import { type Cells, drawEdits, HEADERS, newPhone } from './cells.ts';
import { draw } from './draw.ts';

/** A tenant, and a sheet about some of its customers. */
export interface Job {
  readonly customers: readonly StoredCustomer[];
  readonly sheet: ModelSheet;
}

/** Customers beside those of the sheet, in parts of its rows. */
const OTHERS = 0.3;

/** @param byId customers are found by id alone: an e-mail would have to be looked up in the listing */
export function createJob(seed: number, rowCount: number, byId: boolean): Job {
  const random = createRandom(seedOf(seed, 'sheet'));
  const count = Math.ceil(rowCount * (1 + OTHERS));
  const customers = generateCustomers({ count, seed: seedOf(seed, 'tenant') });
  const rows = new SheetRows(random, customers, rowCount).write();
  const sheet = {
    headers: HEADERS,
    rows: rows.map((cells) => HEADERS.map((header) => cells[header] ?? '')),
    blanks: random() < 0.5 ? 'keep' : 'clear',
  } as const;
  return { customers, sheet: !byId && random() < 0.3 ? keyedByEmail(sheet, customers) : sheet };
}

function keyedByEmail(sheet: ModelSheet, customers: readonly StoredCustomer[]): ModelSheet {
  const emails = new Map(customers.map(({ id, email }) => [id, email ?? '']));
  return {
    ...sheet,
    headers: ['email key', ...sheet.headers.slice(1)],
    rows: sheet.rows.map(([id = '', ...cells]) => [
      emails.get(id.toLowerCase()) ?? `${id}@nobody.example`,
      ...cells,
    ]),
  };
}

type Kind =
  | 'edits'
  | 'missing'
  | 'repeated'
  | 'checked'
  | 'taken'
  | 'chain'
  | 'swap'
  | 'ignored'
  | 'same'
  | 'invalid';

class SheetRows {
  readonly #random: Random;
  readonly #count: number;
  readonly #rows: Cells[] = [];
  /** In no order; taken from the end, each once. Those of the sheet first, then those beside it. */
  readonly #free: StoredCustomer[];
  readonly #outsiders: StoredCustomer[];

  constructor(random: Random, customers: readonly StoredCustomer[], count: number) {
    this.#random = random;
    const mixed = customers.toSorted(() => random() - 0.5);
    this.#count = count;
    this.#free = mixed.slice(0, count);
    this.#outsiders = mixed.slice(count);
  }

  write(): readonly Cells[] {
    while (this.#rows.length < this.#count) this.#add(this.#kind(this.#count - this.#rows.length));
    return this.#rows;
  }

  #kind(left: number): Kind {
    if (left < 3) return 'edits';
    return draw<Kind>(this.#random, [
      [74, 'edits'],
      [3, 'missing'],
      [1, 'repeated'],
      [5, 'checked'],
      [2, 'taken'],
      [2, 'chain'],
      [1, 'swap'],
      [2, 'ignored'],
      [3, 'same'],
      [1, 'invalid'],
    ]);
  }

  #add(kind: Kind): void {
    const random = this.#random;
    const customer = this.#next();
    const { id } = customer;
    switch (kind) {
      case 'edits':
        return this.#push({ id: random() < 0.05 ? id.toUpperCase() : id, ...drawEdits(random) });
      case 'missing':
        return this.#push({ id: uuid(random), ...drawEdits(random) });
      case 'repeated':
        this.#push({ id, ...drawEdits(random) });
        return this.#push({ id: id.toUpperCase(), ...drawEdits(random) });
      case 'checked': {
        const name = random() < 0.3 ? 'Somebody Else' : (customer.name ?? '');
        return this.#push({ id, 'check name': name, ...drawEdits(random) });
      }
      case 'taken': {
        const email = this.#outsiders.pop()?.email ?? '';
        return this.#push({ id, ...drawEdits(random), email });
      }
      case 'chain': {
        const freed = this.#next();
        const last = this.#next();
        this.#push({ id, ...drawEdits(random), email: freed.email ?? '' });
        this.#push({ id: freed.id, email: last.email ?? '' });
        const isFree = random() < 0.7;
        const email = isFree ? `new.${between(random, 1, 1e9)}@moved.example` : this.#outsiders.pop()?.email;
        return this.#push({ id: last.id, ...drawEdits(random), email: email ?? '' });
      }
      case 'swap': {
        const other = this.#next();
        this.#push({ id, ...drawEdits(random), email: other.email ?? '' });
        return this.#push({ id: other.id, email: customer.email ?? '' });
      }
      case 'ignored': {
        const others = random() < 0.5 ? { phone: newPhone(random) } : {};
        return this.#push({ id, default_payment_method: `pm_${between(random, 1, 9999)}`, ...others });
      }
      case 'same':
        return this.#push({ id, phone: customer.phone ?? '', email: customer.email ?? '' });
      case 'invalid':
        return this.#push({ id, email: 'no e-mail' });
    }
  }

  #next(): StoredCustomer {
    const customer = this.#free.pop();
    if (!customer) throw new Error('There are no customers left for the sheet.');
    return customer;
  }

  #push(cells: Cells): void {
    this.#rows.push(cells);
  }
}
