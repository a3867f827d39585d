import type { ColumnIndex } from './diagnostic.ts';
import type { Field } from './fields.ts';
import type { ColumnRole } from './mapping.ts';

/** What is proposed for a column, and why: people decide by the reason, not by a number. */
export interface ColumnProposal {
  readonly role: ColumnRole;
  readonly why: Reason;
}

export type Reason =
  /** The header is the field's own name. */
  | { readonly kind: 'exact' }
  /** The header is another name for it; whether the values look like it too. */
  | { readonly kind: 'alias'; readonly valuesFit: boolean }
  /** The header leaves it open; the values decided. */
  | { readonly kind: 'values' }
  /** The header says so, but most values can't be that. */
  | { readonly kind: 'contradicted'; readonly says: Field | 'id' }
  /** Another column is proposed for the same. */
  | { readonly kind: 'taken'; readonly field: Field | 'id'; readonly by: ColumnIndex }
  /** What the field was before, beside a column with what it shall be. */
  | { readonly kind: 'old_value'; readonly field: Field }
  /** A part of a name that is no field by itself. */
  | { readonly kind: 'part_of_name' }
  /** Only exports have it. */
  | { readonly kind: 'export_only' }
  | { readonly kind: 'unknown' };
