import type { JsonValue } from '../core/json.ts';
import { type Addresses, generateAddresses } from './addresses.ts';
import { creationTimes } from './creation-times.ts';
import { UniqueEmails } from './emails.ts';
import { generateMetadata } from './metadata.ts';
import { fillPattern, generatePeople, type People } from './people.ts';
import { between, createRandom, pick, type Random, seedOf, uuid } from './random.ts';
import type { StoredCustomer } from './stored-customer.ts';

export interface GenerateOptions {
  readonly count?: number;
  readonly seed?: number;
}

export const DEFAULT_COUNT = 2000;
export const DEFAULT_SEED = 20_260_101;

/** Above this many customers addresses and metadata repeat: they are shared, never copied, to save memory. */
const POOL_SIZE = 4000;

/** What a customer takes ready-made from the pool. */
interface Background {
  readonly people: People;
  readonly addresses: Addresses;
  readonly metadata: ReturnType<typeof generateMetadata>;
  readonly taxIds: JsonValue;
}

/** Customers newest first, the same ones for the same options; ids and e-mails are unique. */
export function generateCustomers({
  count = DEFAULT_COUNT,
  seed = DEFAULT_SEED,
}: GenerateOptions = {}): readonly StoredCustomer[] {
  const random = createRandom(seedOf(seed, 'customers'));
  const times = creationTimes(createRandom(seedOf(seed, 'created')), count);
  const pool = generatePool(seed, Math.min(count, POOL_SIZE));
  const emails = new UniqueEmails(random);
  const customers: StoredCustomer[] = [];
  for (let index = 0; index < count; index++) {
    const background = pool[index % pool.length];
    if (background === undefined) throw new Error('The pool is empty.');
    customers.push(generateCustomer(random, background, times.next().value, emails));
  }
  return customers;
}

function generatePool(seed: number, size: number): readonly Background[] {
  const random = createRandom(seedOf(seed, 'pool'));
  const people = generatePeople(seed);
  // One entry per percent, so that picking evenly gives each country its share.
  const byShare = people.flatMap((some) => Array<People>(some.country.share).fill(some));
  return Array.from({ length: size }, () => {
    const own = pick(random, byShare);
    const { taxId } = own.country;
    const hasTaxId = taxId !== undefined && random() < 0.6;
    return {
      people: own,
      addresses: generateAddresses(random, own),
      metadata: generateMetadata(random),
      taxIds: hasTaxId ? [{ type: taxId.type, value: fillPattern(random, taxId.pattern) }] : [],
    };
  });
}

function generateCustomer(
  random: Random,
  background: Background,
  created: number,
  emails: UniqueEmails,
): StoredCustomer {
  const { people, addresses, metadata, taxIds } = background;
  const first = pick(random, people.firstNames);
  const last = pick(random, people.lastNames);
  const company = pick(random, people.companies);
  const isCompany = random() < 0.55;
  const person = people.country.code === 'JP' ? `${last} ${first}` : `${first} ${last}`;
  return {
    id: uuid(random),
    object: 'customer',
    email: emails.next(first, last, company),
    name: random() < 0.01 ? null : isCompany ? company : person,
    phone: random() < 0.15 ? null : fillPattern(random, people.country.phone),
    description: random() < 0.6 ? null : `${pick(random, DESCRIPTIONS)} ${between(random, 2021, 2025)}`,
    billing_address: addresses.billing,
    shipping_address: addresses.shipping,
    default_payment_method: random() < 0.4 ? null : `pm_${between(random, 10_000_000, 99_999_999)}`,
    tax_exempt: random() < 0.12,
    tax_ids: taxIds,
    metadata,
    created,
  };
}

const DESCRIPTIONS = [
  'Moved from the old system',
  'Reseller since',
  'Annual contract',
  'Framework agreement',
];
