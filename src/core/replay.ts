import { applyOperation, type EditedSheet, type Operation, unedited } from './edited-sheet.ts';
import type { Sheet } from './sheet.ts';

/** A sheet with all its operations done. */
export const replay = (sheet: Sheet, operations: readonly Operation[]): EditedSheet =>
  operations.reduce(applyOperation, unedited(sheet));
