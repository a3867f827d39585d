import { assertNever } from '../assert-never.ts';
import type { Reason } from '../column-proposal.ts';
import type { ColumnIndex } from '../diagnostic.ts';
import { fieldLabel } from './fields.ts';
import { quoted } from './text.ts';

const labelOf = (what: string): string => (what === 'id' ? 'customer id' : fieldLabel(what));

/** Why a column is proposed for what it is; `undefined` where there is nothing to say. */
export function reasonText(why: Reason, nameOf: (column: ColumnIndex) => string): string | undefined {
  switch (why.kind) {
    case 'exact':
      return 'the field’s own name';
    case 'alias':
      return why.valuesFit ? 'name and values fit' : 'name fits';
    case 'values':
      return 'by its values';
    case 'contradicted':
      return `called like the ${labelOf(why.says)}, but its values don’t look like it`;
    case 'taken':
      return `${quoted(nameOf(why.by))} is already the ${labelOf(why.field)}`;
    case 'old_value':
      return `the ${labelOf(why.field)} as it was before`;
    case 'part_of_name':
      return 'only a part of the name';
    case 'export_only':
      return 'only exports have it';
    case 'unknown':
      return undefined;
    default:
      return assertNever(why, 'reason');
  }
}
