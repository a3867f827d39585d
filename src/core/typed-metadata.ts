import type { BlockReason } from './block-reason.ts';
import type { MetadataField } from './fields.ts';
import type { JsonValue } from './json.ts';
import { survives } from './json-numbers.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { err, ok, type Result } from './result.ts';
import { parseBoolean } from './tokens.ts';

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * The value an edit gives a metadata key: a number or boolean stays one; what an object holds can't be said by a
 * cell. What is put back comes from Atlas itself and has its type already.
 */
export function typedLike(
  before: JsonValue,
  edit: PlannedEdit,
  field: MetadataField,
): Result<JsonValue, BlockReason> {
  if (edit.kind === 'restore') return ok(edit.value);
  if (typeof before === 'object' && before !== null) return err({ code: 'nested_metadata', field });
  if (edit.kind === 'clear') return ok(null);
  const text = String(edit.value);
  if (typeof before === 'number') {
    const number = text.trim();
    return JSON_NUMBER.test(number) && survives(Number(number), number)
      ? ok(Number(number))
      : err({ code: 'other_type', field, type: 'number', text });
  }
  if (typeof before === 'boolean') {
    const value = parseBoolean(text);
    return value === undefined ? err({ code: 'other_type', field, type: 'boolean', text }) : ok(value);
  }
  return ok(text);
}
