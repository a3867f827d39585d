import type { SheetModel } from '../sheet-model.ts';
import { type FindingFilter, findingsOfKind } from './finding-kind.ts';
import { collectChanges, type MeantRows, type ProposedChanges } from './proposed-changes.ts';

/** Collects what the fixes of some kinds of findings would change. */
export const collectFixes = (
  sheet: SheetModel,
  meant: MeantRows,
  filter: FindingFilter,
): Generator<void, ProposedChanges> =>
  collectChanges(sheet, meant, (row) =>
    findingsOfKind(sheet, row, filter).flatMap(({ place, fix }) =>
      fix && place.kind === 'cell' ? [{ column: place.column, after: fix.text }] : [],
    ),
  );
