import type { Diagnostic } from '../../core/diagnostic.ts';
import { type EditedSheet, editedColumns } from '../../core/edited-sheet.ts';
import { ADDRESS_NAMES } from '../../core/fields.ts';
import { type Mapping, withEditedColumns } from '../../core/mapping.ts';
import { openBlankQuestions, type ValidatedSheet } from '../../core/validate.ts';
import { finding } from '../../core/words/diagnostics.ts';
import type { SheetModel } from './sheet-model.ts';

/** The mapping that was chosen, and what is in force of it: a column of an export that was edited is written. */
export class MappingInForce {
  #chosen: Mapping;
  #inForce: Mapping;

  constructor(chosen: Mapping, edited: EditedSheet) {
    this.#chosen = chosen;
    this.#inForce = withEditedColumns(chosen, editedColumns(edited));
  }

  get chosen(): Mapping {
    return this.#chosen;
  }

  get inForce(): Mapping {
    return this.#inForce;
  }

  choose(mapping: Mapping, edited: EditedSheet): void {
    this.#chosen = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(edited));
  }

  /** Stays the same object where no column's role is another one. */
  edited(edited: EditedSheet): void {
    const next = withEditedColumns(this.#chosen, editedColumns(edited));
    const isSame = next.roles.every(({ kind }, column) => kind === this.#inForce.roles[column]?.kind);
    if (!isSame) this.#inForce = next;
  }

  blankQuestions({ partlyBlankRows }: ValidatedSheet): SheetModel['blankQuestions'] {
    return ADDRESS_NAMES.map((address) => ({ address, rows: partlyBlankRows[address] })).filter(
      ({ address, rows }) => rows > 0 || this.#chosen.blanks[address] !== undefined,
    );
  }
}

/** What is wrong with a mapping, and what it has not answered yet. */
export function mappingFindings(validated: ValidatedSheet): readonly Diagnostic[] {
  const open = openBlankQuestions(validated).map((address) =>
    finding('blank_question', { kind: 'file' }, { address, rows: validated.partlyBlankRows[address] }),
  );
  return [...validated.mappingFindings, ...open];
}
