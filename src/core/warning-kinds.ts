import { isError } from './diagnostic.ts';
import type { PlannedUpdate } from './plan.ts';
import type { ValidatedSheet } from './validate.ts';
import { planWarningText, warningKindText } from './words/plan.ts';

/** A kind of warning and how many of a plan's rows have it. */
export interface WarningKind {
  readonly message: string;
  readonly rows: number;
}

interface Kind {
  readonly message: string;
  readonly line: number;
  isSame: boolean;
  rows: number;
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
      const kind = kinds.get(code) ?? { message, line, isSame: true, rows: 0 };
      kind.isSame &&= kind.message === message;
      // A row with several of a kind is one row.
      if (!seen.has(code)) kind.rows++;
      seen.add(code);
      kinds.set(code, kind);
    }
  }
  return [...kinds.values()].map(({ message, line, isSame, rows }) => ({
    message: warningKindText(message, isSame ? undefined : line),
    rows,
  }));
}
