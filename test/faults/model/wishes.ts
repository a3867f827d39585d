import type { JsonValue } from '../../../src/core/json.ts';
import { partsOf } from './values.ts';

/** A sheet as the harness writes it: headers are `id` or `email key`, `check <field>`, or the field to write. */
export interface ModelSheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly blanks: 'keep' | 'clear';
}

/** What a row asks for. */
export interface Wishes {
  /** The customer's id or e-mail. */
  readonly key: string;
  readonly checks: ReadonlyMap<string, string>;
  /** By field; `null` clears. */
  readonly values: ReadonlyMap<string, JsonValue>;
}

const ADDRESSES = ['billing_address', 'shipping_address'];

export function wishesOf(sheet: ModelSheet, cells: readonly string[]): Wishes {
  const checks = new Map<string, string>();
  const values = new Map<string, JsonValue>();
  const moved = new Set<string>();
  let key = '';
  for (const [column, header] of sheet.headers.entries()) {
    const text = cells[column] ?? '';
    if (header === 'id' || header === 'email key') key = text;
    else if (header.startsWith('check ')) {
      if (text !== '') checks.set(header.slice('check '.length), text);
    } else if (text === '[clear]') values.set(header, null);
    else if (text !== '') {
      values.set(header, header === 'tax_exempt' ? text === 'yes' : text);
      moved.add(partsOf(header)[0]);
    }
  }
  if (sheet.blanks === 'clear') {
    for (const [column, header] of sheet.headers.entries()) {
      const [object] = partsOf(header);
      if (ADDRESSES.includes(object) && moved.has(object) && cells[column] === '') values.set(header, null);
    }
  }
  return { key, checks, values };
}
