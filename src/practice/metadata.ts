import type { JsonObject } from '../core/json.ts';
import { between, pick, type Random } from './random.ts';
import { asStoredObject } from './stored-json.ts';

const PLANS = ['starter', 'team', 'enterprise'];
const SYSTEMS = ['SAP', 'NetSuite', 'Dynamics'];

/** Strings, numbers, booleans, now and then an object, a list or nothing at all. */
export function generateMetadata(random: Random): JsonObject {
  if (random() < 0.1) return {};
  return asStoredObject({
    ...(random() < 0.8 && { cost_center: `CC-${between(random, 1000, 9999)}` }),
    ...(random() < 0.5 && { plan: pick(random, PLANS) }),
    ...(random() < 0.5 && { seats: between(random, 1, 500) }),
    ...(random() < 0.4 && { vip: random() < 0.3 }),
    ...(random() < 0.15 && { discount: between(random, 1, 60) / 4 }),
    ...(random() < 0.12 && {
      erp: { system: pick(random, SYSTEMS), account: { id: between(random, 10_000, 99_999), open: true } },
    }),
    ...(random() < 0.05 && { tags: ['imported', pick(random, PLANS)] }),
  });
}
