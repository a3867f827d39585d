import type { ColumnIndex } from '../../../../core/diagnostic.ts';
import { isSameRole } from '../../../../core/mapping.ts';
import { reasonText } from '../../../../core/words/mapping-reasons.ts';
import type { SheetModel } from '../../../model/workspace-model.ts';
import { MAPPING } from '../../words/mapping.ts';

/** Why a column is what it is, in words. */
export interface RoleWhy {
  readonly text: string;
  /** Its name promises what its values don't keep. */
  readonly isDoubtful: boolean;
}

/** `undefined` where there is nothing to say. */
export function whyOf(sheet: SheetModel, column: ColumnIndex): RoleWhy | undefined {
  const role = sheet.mapping.roles[column];
  const proposed = sheet.proposal.columns[column];
  if (role === undefined || proposed === undefined) return undefined;
  const isProposed = isSameRole(role, proposed.role);
  if (sheet.isFromLastTime && !isProposed) return { text: MAPPING.asLastTime, isDoubtful: false };
  if (!isProposed) return role.kind === 'reference' ? undefined : { text: MAPPING.chosen, isDoubtful: false };
  const text = reasonText(proposed.why, (other) => sheet.columns[other]?.name ?? '');
  if (text === undefined) return undefined;
  const isDoubtful = proposed.why.kind === 'contradicted';
  return { text: role.kind === 'reference' ? text : MAPPING.proposedBecause(text), isDoubtful };
}
