import type { EditedSheet } from './edited-sheet.ts';
import { ADDRESS_NAMES, type AddressName } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { SheetValidator } from './sheet-validator.ts';
import type { ValidatedSheet } from './validated-sheet.ts';

export type { SheetState, ValidatedSheet } from './validated-sheet.ts';

/** Validates every row. Errors keep a row out of the dry run, warnings do not. */
export function validateSheet(edited: EditedSheet, mapping: Mapping): ValidatedSheet {
  const validator = new SheetValidator(edited, mapping);
  validator.validateNext(edited.rowCount);
  return validator;
}

/** Addresses for which the mapping has not said what a blank cell means, though rows ask. LIVE has no default. */
export const openBlankQuestions = ({ mapping, partlyBlankRows }: ValidatedSheet): readonly AddressName[] =>
  ADDRESS_NAMES.filter((address) => partlyBlankRows[address] > 0 && mapping.blanks[address] === undefined);
