import type { Diagnostic, RowId } from '../../core/diagnostic.ts';
import type { Mapping } from '../../core/mapping.ts';
import { undoMappingShown } from '../../core/undo-sheet.ts';
import { UNDO_CELL_LOCKED } from '../../core/words/undo.ts';
import { LiveSheet } from './live-sheet.ts';

/**
 * The sheet that takes a run back. It shows what each field goes back to, and rows can be left out; but its cells
 * are no edits: what is written the plan says, which the host makes of the run itself.
 */
export class UndoSheet extends LiveSheet {
  /** As people see it: whom a row is about, and which field a column stands for. It is judged by none of that. */
  override get mapping(): Mapping {
    return undoMappingShown(super.mapping);
  }

  override get mappingFindings(): readonly Diagnostic[] {
    return [];
  }

  override lockOf(row: RowId): string | undefined {
    return this.rowLockOf(row) ?? UNDO_CELL_LOCKED;
  }

  override edit(): void {}

  override setMapping(): void {}
}
