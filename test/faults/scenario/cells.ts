import { between, pick, type Random } from '../../../src/practice/random.ts';
import { draw } from './draw.ts';

/** Columns of every sheet of the harness. */
export const HEADERS = [
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
/** A row's, by column; the others are blank. */
export type Cells = Partial<Record<Header, string>>;

export const newPhone = (random: Random): string => `+1617${between(random, 5_550_000, 5_559_999)}`;

/** Edits of one to three fields, some of them cleared. */
export function drawEdits(random: Random): Cells {
  const cells: Cells = {};
  for (let left = between(random, 1, 3); left > 0; left--) Object.assign(cells, drawEdit(random));
  return cells;
}

function drawEdit(random: Random): Cells {
  const number = between(random, 1, 9999);
  const orClear = (text: string): string => (random() < 0.15 ? '[clear]' : text);
  return draw<() => Cells>(random, [
    [2, () => ({ phone: orClear(newPhone(random)) })],
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
