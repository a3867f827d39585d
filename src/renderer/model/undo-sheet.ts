import type { Diagnostic, RowId } from '../../core/diagnostic.ts';
import type { Mapping } from '../../core/mapping.ts';
import { UNDO_LINE_COLUMN, undoMappingShown } from '../../core/undo-sheet.ts';
import { UNDO_CELL_LOCKED } from '../../core/words/undo.ts';
import { LiveSheet } from './live-sheet.ts';

/**
 * The sheet that takes a run back. It shows what each field goes back to, and rows can be left out; but its cells
 * are no edits: what is written the plan says, which the host makes of the run itself.
 */
export class UndoSheet extends LiveSheet {
  /** Worked out once: every cell that is drawn asks for it. */
  #mapping: Mapping | undefined;

  /** As people see it: whom a row is about, and which field a column stands for. It is judged by none of that. */
  override get mapping(): Mapping {
    this.#mapping ??= undoMappingShown(super.mapping);
    return this.#mapping;
  }

  override get mappingFindings(): readonly Diagnostic[] {
    return [];
  }

  /** Of the run's file, as its plan and its report say it: the sheet itself has no lines that anybody knows. */
  override lineOf(row: RowId): number {
    return Number(this.cell(row, UNDO_LINE_COLUMN));
  }

  override lockOf(row: RowId): string | undefined {
    return this.rowLockOf(row) ?? UNDO_CELL_LOCKED;
  }

  override edit(): void {}

  override addRows(): void {}

  override doStep(operations: Parameters<LiveSheet['doStep']>[0]): void {
    super.doStep(operations.filter(({ kind }) => kind === 'exclude_rows' || kind === 'include_rows'));
  }

  override setMapping(): void {}

  /** Nobody chose it. */
  override rememberMapping(): ReturnType<LiveSheet['rememberMapping']> {
    return Promise.resolve({ ok: true, value: {} });
  }
}
