import type { Field } from '../fields.ts';
import type { BlastRadius } from './blast-radius.ts';

/** What a plan does to one field, in how many customers. */
export interface FieldTotal {
  readonly field: Field;
  readonly changes: number;
  /** Those of the changes that leave nothing where something was. */
  readonly clears: number;
}

/** By field, most changes first. */
export function fieldTotals({ figures }: Pick<BlastRadius, 'figures'>): readonly FieldTotal[] {
  const clears = new Map<Field, number>();
  for (const { subject, rows } of figures) {
    if (subject.kind === 'field_cleared') clears.set(subject.field, rows.length);
  }
  return figures.flatMap(({ subject, rows }) =>
    subject.kind === 'field'
      ? [{ field: subject.field, changes: rows.length, clears: clears.get(subject.field) ?? 0 }]
      : [],
  );
}
