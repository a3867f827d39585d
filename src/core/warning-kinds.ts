import { isError, type RowId } from './diagnostic.ts';
import type { PlannedUpdate } from './plan.ts';
import type { ValidatedSheet } from './validate.ts';
import { planWarningText, warningKindText } from './words/plan.ts';

/** A kind of warning and how many of a plan's rows have it. */
export interface WarningKind {
  readonly code: string;
  readonly message: string;
  readonly rows: number;
  /** Which they are, in the order of the plan. */
  readonly rowIds: readonly RowId[];
}

/** As reports and summaries tell of it. */
export type WarningTotal = Pick<WarningKind, 'message' | 'rows'>;

interface Kind {
  readonly message: string;
  readonly line: number;
  isSame: boolean;
  readonly rowIds: RowId[];
}

/**
 * Kinds of warning about rows that will be written, by their code: those of the dry run and, where there is one, the
 * sheet's own.
 */
export function warningKinds(
  updates: readonly PlannedUpdate[],
  validated?: ValidatedSheet,
): readonly WarningKind[] {
  const kinds = new Map<string, Kind>();
  for (const { row, line, warnings } of updates) {
    const found = [
      ...(validated?.read(row).diagnostics.filter((diagnostic) => !isError(diagnostic)) ?? []),
      ...warnings.map((warning) => ({ code: warning.code, message: planWarningText(warning) })),
    ];
    const seen = new Set<string>();
    for (const { code, message } of found) {
      const kind = kinds.get(code) ?? { message, line, isSame: true, rowIds: [] };
      kind.isSame &&= kind.message === message;
      // A row with several of a kind is one row.
      if (!seen.has(code)) kind.rowIds.push(row);
      seen.add(code);
      kinds.set(code, kind);
    }
  }
  return [...kinds].map(([code, { message, line, isSame, rowIds }]) => ({
    code,
    message: warningKindText(message, isSame ? undefined : line),
    rows: rowIds.length,
    rowIds,
  }));
}
