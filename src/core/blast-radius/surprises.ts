import type { RowId } from '../diagnostic.ts';
import type { Field } from '../fields.ts';
import type { PlannedUpdate } from '../plan.ts';
import { valueText } from '../words/values.ts';
import { type Figure, type FigureSubject, figureId } from './figure.ts';

/** Something that whoever prepared the sheet may not have meant: a column filled down, or emptied. */
export interface Surprise {
  /**
   * `same_value`: many customers would get the same new value of a field. `in_nearly_all`: a field changes in all of
   * them, or nearly so. `mostly_cleared`: it is cleared in most of them.
   */
  readonly kind: 'same_value' | 'in_nearly_all' | 'mostly_cleared';
  readonly field: Field;
  /** Of `same_value`, as a cell shows it; else empty. */
  readonly value: string;
  readonly customers: number;
  /** Of so many: customers in which the field changes for `same_value`, else all that are updated. */
  readonly of: number;
  /** The figure that has its rows. */
  readonly figure: string;
}

interface Found {
  readonly found: readonly Surprise[];
  /** Figures that only a surprise has, row by row. */
  readonly sameValues: readonly { readonly subject: FigureSubject; readonly row: RowId }[];
}

/** In fewer customers than this nothing is a pattern. */
const LEAST_CUSTOMERS = 10;
const LEAST_SHARE_OF_CHANGES = 0.2;
const MOST_SAME_VALUES = 3;
const NEARLY_ALL = 0.95;
const MOST = 0.5;

/** @param figures those of the updates, by field among others */
export function findSurprises(updates: readonly PlannedUpdate[], figures: readonly Figure[]): Found {
  const same = sameValues(updates);
  const byField = (kind: 'field' | 'field_cleared'): readonly Surprise[] =>
    figures.flatMap(({ id, subject, rows }) =>
      subject.kind === kind
        ? [
            {
              kind: kind === 'field' ? 'in_nearly_all' : 'mostly_cleared',
              field: subject.field,
              value: '',
              customers: rows.length,
              of: updates.length,
              figure: id,
            },
          ]
        : [],
    );
  const isMany = (share: number, { customers, of }: Surprise): boolean =>
    customers >= LEAST_CUSTOMERS && customers >= share * of;
  const cleared = byField('field_cleared').filter((surprise) => isMany(MOST, surprise));
  const fields = byField('field');
  const inAll = fields.filter(
    (surprise) =>
      // A sheet about one field changes it in every row, which surprises nobody.
      fields.length > 1 &&
      isMany(NEARLY_ALL, surprise) &&
      cleared.every(({ field }) => field !== surprise.field),
  );
  const subjects = new Map(
    same.map(({ figure, field, value }) => [figure, { kind: 'same_value', field, value } as const]),
  );
  return { found: [...same, ...cleared, ...inAll], sameValues: rowsWith(updates, subjects) };
}

/** New values that many customers would get, the most frequent first. */
function sameValues(updates: readonly PlannedUpdate[]): readonly Surprise[] {
  const counts = new Map<Field, Map<string, number>>();
  const totals = new Map<Field, number>();
  for (const { changes } of updates) {
    for (const { field, after } of changes) {
      totals.set(field, (totals.get(field) ?? 0) + 1);
      const value = valueText(after);
      if (value === '' || hasFewValues(field)) continue;
      const values = counts.get(field) ?? new Map<string, number>();
      values.set(value, (values.get(value) ?? 0) + 1);
      counts.set(field, values);
    }
  }
  return [...counts]
    .flatMap(([field, values]) => {
      const of = totals.get(field) ?? 0;
      const least = Math.max(LEAST_CUSTOMERS, LEAST_SHARE_OF_CHANGES * of);
      return [...values].flatMap(([value, customers]): readonly Surprise[] => {
        if (customers < least) return [];
        const figure = figureId({ kind: 'same_value', field, value });
        return [{ kind: 'same_value', field, value, customers, of, figure }];
      });
    })
    .sort((a, b) => b.customers - a.customers)
    .slice(0, MOST_SAME_VALUES);
}

/** Yes or no is always the same for many; countries are told move by move. */
const hasFewValues = (field: Field): boolean => field === 'tax_exempt' || field.endsWith('_address.country');

function rowsWith(
  updates: readonly PlannedUpdate[],
  subjects: ReadonlyMap<string, Extract<FigureSubject, { readonly kind: 'same_value' }>>,
): Found['sameValues'] {
  if (subjects.size === 0) return [];
  return [...subjects.values()].flatMap((subject) =>
    updates.flatMap(({ row, changes }) =>
      changes.some(({ field, after }) => field === subject.field && valueText(after) === subject.value)
        ? [{ subject, row }]
        : [],
    ),
  );
}
