import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import { isSameValue, type JsonValue } from '../../../core/json.ts';
import type { RowState } from '../../../core/row-state.ts';

/** One field with what it was when it was planned, what Atlas showed last, and what the row asks for. */
export interface ComparedValue {
  /** A field, or an address part that the program does not know. */
  readonly field: string;
  readonly before: JsonValue;
  /** Missing where nobody saw it. */
  readonly now?: JsonValue;
  /** Missing where the row asks for nothing. */
  readonly wanted?: JsonValue;
  /** It kept the row from being applied, or is not as the row wants it. */
  readonly isMarked: boolean;
}

const COMPARED: ReadonlySet<RowState> = new Set<RowState>([
  'conflict',
  'partly_applied',
  'not_applied',
  'unknown',
]);

/**
 * The three values of each field of a row that did not end as wanted; fields that the row would not have changed, but
 * that somebody else did, come last. Empty where there is nothing to compare.
 */
export function comparedValues({
  state,
  fields,
  conflicts,
}: Pick<PlanRowView, 'state' | 'fields' | 'conflicts'>): readonly ComparedValue[] {
  const isSeen = fields.some(({ after }) => after !== undefined) || conflicts.length > 0;
  if (!COMPARED.has(state) || !isSeen) return [];
  const moved = new Set(conflicts.map(({ field }) => field));
  const own = fields.map(({ field, before, sent, after }): ComparedValue => {
    const isWrong = after !== undefined && !isSameValue(after, sent);
    return {
      field,
      before,
      ...(after !== undefined && { now: after }),
      wanted: sent,
      isMarked: state === 'conflict' ? moved.has(field) : isWrong,
    };
  });
  const known = new Set<string>(fields.map(({ field }) => field));
  const others = conflicts
    .filter(({ field }) => !known.has(field))
    .map(
      ({ field, planned, now, wanted }): ComparedValue => ({
        field,
        before: planned,
        now,
        ...(wanted !== null && { wanted }),
        isMarked: true,
      }),
    );
  return [...own, ...others];
}
