import { readFile } from 'node:fs/promises';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { type ImportedSheet, type ImportResult, importSteps } from '../core/csv/import.ts';
import { isError } from '../core/diagnostic.ts';
import type { EditedSheet } from '../core/edited-sheet.ts';
import type { Mapping } from '../core/mapping.ts';
import { proposeMapping } from '../core/propose-mapping.ts';
import { replay } from '../core/replay.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Sheet } from '../core/sheet.ts';
import { SheetValidator } from '../core/sheet-validator.ts';
import type { ValidatedSheet } from '../core/validated-sheet.ts';
import { placeText } from '../core/words/places.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { Session } from '../services/sessions/session.ts';

/** Rows validated before others are let in. */
const ROWS_AT_ONCE = 2_000;

/**
 * Sheets worked out again from the same bytes by the same code as the window's: no table is ever sent. The one
 * used last is kept, since most people work on one at a time and a sheet may fill hundreds of megabytes.
 */
export class Sheets {
  #last: { readonly key: string; readonly imported: ImportResult } | undefined;

  /** The sheet of a session as it was after so many operations. */
  async at(session: Session, revision: number): Promise<Result<ValidatedSheet, Refused>> {
    const edited = await this.editedAt(session, revision);
    if (!edited.ok) return edited;
    const mapping = fitting(session.head.mapping, edited.value.sheet);
    const validator = new SheetValidator(edited.value, mapping);
    while (validator.validateNext(ROWS_AT_ONCE)) await letOthersIn();
    return ok(validator);
  }

  /** The same without its findings, for whoever only shows it. */
  async editedAt(session: Session, revision: number): Promise<Result<EditedSheet, Refused>> {
    const imported = await this.#import(session);
    if (!imported.ok) return imported;
    try {
      return ok(replay(imported.value.sheet, session.operations.slice(0, revision)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // An operation on a row that is not there: the log fits another file.
      return err(refused('session_damaged', { fileName: session.head.fileName, at: 1 }));
    }
  }

  /** Makes room. */
  forget(): void {
    this.#last = undefined;
  }

  async #import(session: Session): Promise<Result<ImportedSheet, Refused>> {
    const { fileName, options } = session.head;
    const key = JSON.stringify([session.id, options]);
    if (this.#last?.key !== key) {
      // Two at a time could be more than there is room for.
      this.#last = undefined;
      const steps = importSteps(
        { chunks: [await readFile(session.paths.source)], isComplete: true },
        options,
      );
      for (;;) {
        const step = steps.next();
        if (step.done) {
          this.#last = { key, imported: step.value };
          break;
        }
        // Meanwhile edits are to be saved and questions answered.
        await letOthersIn();
      }
    }
    const { imported } = this.#last;
    const findings = imported.ok ? imported.value.diagnostics : imported.error;
    const errors = findings.filter(isError).map(({ place, message }) => `${placeText(place)}${message}`);
    if (imported.ok && errors.length === 0) return imported;
    const why = `${fileName} can’t be used:\n${errors.join('\n')}`;
    return err(refused('plan_failed', { why }));
  }
}

/** Until one is chosen, the mapping is the one that is proposed on the screen. */
function fitting(mapping: Mapping | undefined, sheet: Sheet): Mapping {
  return mapping !== undefined && mapping.roles.length === sheet.columns.length
    ? mapping
    : proposeMapping(sheet).mapping;
}
