import type { JsonValue } from '../json.ts';
import { quoted } from './text.ts';

/** A value as a cell or file shows it; empty for what is not there. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value inside a sentence. */
export const quotedValue = (value: JsonValue | undefined): string =>
  valueText(value) === '' ? 'empty' : quoted(valueText(value));
