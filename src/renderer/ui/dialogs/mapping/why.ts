import type { ColumnIndex } from '../../../../core/diagnostic.ts';
import { isSameRole } from '../../../../core/mapping.ts';
import { reasonText } from '../../../../core/words/mapping-reasons.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { capitalized } from '../../words/app.ts';
import { MAPPING } from '../../words/mapping.ts';

/** Why a column is what it is, in words. */
export interface RoleWhy {
  readonly text: string;
  readonly look: WhyLook;
}

/** A few words beside the name; a sentence below it; a name that promises what the values don't keep. */
export type WhyLook = 'tag' | 'line' | 'doubt';

/** `undefined` where there is nothing to say. */
export function whyOf(sheet: SheetModel, column: ColumnIndex): RoleWhy | undefined {
  const role = sheet.mapping.roles[column];
  const proposed = sheet.proposal.columns[column];
  if (role === undefined || proposed === undefined) return undefined;
  if (!isSameRole(role, proposed.role)) {
    if (sheet.isFromLastTime) return { text: MAPPING.asLastTime, look: 'tag' };
    return role.kind === 'reference' ? undefined : { text: MAPPING.chosen, look: 'tag' };
  }
  const text = reasonText(proposed.why, (other) => sheet.columns[other]?.name ?? '');
  if (text === undefined) return undefined;
  if (role.kind !== 'reference') return { text: MAPPING.proposedBecause(text), look: 'tag' };
  if (role.field !== undefined) return { text, look: 'tag' };
  return { text: capitalized(text), look: proposed.why.kind === 'contradicted' ? 'doubt' : 'line' };
}
