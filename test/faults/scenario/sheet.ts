import { generateCustomers } from '../../../src/practice/customers.ts';
import { between, createRandom, pick, type Random, seedOf, uuid } from '../../../src/practice/random.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import type { ModelSheet } from '../model/wishes.ts';
import { draw } from './draw.ts';

/** A tenant, and a sheet about some of its customers. */
export interface Job {
  readonly customers: readonly StoredCustomer[];
  readonly sheet: ModelSheet;
}

const HEADERS = [
  'id',
  'check name',
  'email',
  'name',
  'phone',
  'description',
  'tax_exempt',
  'default_payment_method',
  'billing_address.line1',
  'billing_address.line2',
  'billing_address.postal_code',
  'shipping_address.city',
  'shipping_address.postal_code',
  'metadata.cost_center',
  'metadata.seats',
  'metadata.vip',
  'metadata.erp',
  'metadata.note',
] as const;
type Header = (typeof HEADERS)[number];
type Cells = Partial<Record<Header, string>>;

/** Customers beside those of the sheet, in parts of its rows. */
const OTHERS = 0.3;

export function createJob(seed: number, rowCount: number): Job {
  const random = createRandom(seedOf(seed, 'sheet'));
  const count = Math.ceil(rowCount * (1 + OTHERS));
  const customers = generateCustomers({ count, seed: seedOf(seed, 'tenant') });
  const rows = new SheetRows(random, customers, rowCount).write();
  const sheet = {
    headers: HEADERS,
    rows: rows.map((cells) => HEADERS.map((header) => cells[header] ?? '')),
    blanks: random() < 0.5 ? 'keep' : 'clear',
  } as const;
  return { customers, sheet: random() < 0.3 ? keyedByEmail(sheet, customers) : sheet };
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
        return this.#push({ id: random() < 0.05 ? id.toUpperCase() : id, ...this.#edits() });
      case 'missing':
        return this.#push({ id: uuid(random), ...this.#edits() });
      case 'repeated':
        this.#push({ id, ...this.#edits() });
        return this.#push({ id: id.toUpperCase(), ...this.#edits() });
      case 'checked': {
        const name = random() < 0.3 ? 'Somebody Else' : (customer.name ?? '');
        return this.#push({ id, 'check name': name, ...this.#edits() });
      }
      case 'taken': {
        const email = this.#outsiders.pop()?.email ?? '';
        return this.#push({ id, ...this.#edits(), email });
      }
      case 'chain': {
        const freed = this.#next();
        const last = this.#next();
        this.#push({ id, ...this.#edits(), email: freed.email ?? '' });
        this.#push({ id: freed.id, email: last.email ?? '' });
        const isFree = random() < 0.7;
        const email = isFree ? `new.${between(random, 1, 1e9)}@moved.example` : this.#outsiders.pop()?.email;
        return this.#push({ id: last.id, ...this.#edits(), email: email ?? '' });
      }
      case 'swap': {
        const other = this.#next();
        this.#push({ id, ...this.#edits(), email: other.email ?? '' });
        return this.#push({ id: other.id, email: customer.email ?? '' });
      }
      case 'ignored': {
        const others = random() < 0.5 ? { phone: this.#phone() } : {};
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

  #phone(): string {
    return `+1617${between(this.#random, 5_550_000, 5_559_999)}`;
  }

  /** One to three fields, some of them cleared. */
  #edits(): Cells {
    const random = this.#random;
    const cells: Cells = {};
    for (let left = between(random, 1, 3); left > 0; left--) Object.assign(cells, this.#edit());
    return cells;
  }

  #edit(): Cells {
    const random = this.#random;
    const number = between(random, 1, 9999);
    const orClear = (text: string): string => (random() < 0.15 ? '[clear]' : text);
    return draw<() => Cells>(random, [
      [2, () => ({ phone: orClear(this.#phone()) })],
      [1, () => ({ name: orClear(`Renamed ${number}`) })],
      [1, () => ({ description: orClear(`Reviewed ${number}`) })],
      [1, () => ({ email: `set.${between(random, 1, 1e9)}@moved.example` })],
      [1, () => ({ tax_exempt: pick(random, ['yes', 'no']) })],
      [3, () => ({ 'billing_address.postal_code': orClear(String(10_000 + number)) })],
      [2, () => ({ 'billing_address.line1': `${number} New Street`, 'billing_address.line2': orClear('') })],
      [1, () => ({ 'shipping_address.city': 'Newtown', 'shipping_address.postal_code': orClear('') })],
      [2, () => ({ 'metadata.cost_center': orClear(`CC-${number}`) })],
      [1, () => ({ 'metadata.seats': orClear(String(number)) })],
      [0.3, () => ({ 'metadata.seats': 'many' })],
      [0.6, () => ({ 'metadata.vip': pick(random, ['yes', 'no', '[clear]']) })],
      [0.4, () => ({ 'metadata.erp': 'SAP' })],
      [1, () => ({ 'metadata.note': `Note ${number}` })],
    ])();
  }
}
