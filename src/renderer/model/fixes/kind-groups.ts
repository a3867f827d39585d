import type { ColumnIndex, Severity } from '../../../core/diagnostic.ts';
import type { LookAlike } from '../../../core/tokens.ts';
import type { DiagnosticCode } from '../../../core/words/diagnostics.ts';
import type { KindCount } from './finding-census.ts';

/** The same finding, in whichever columns. */
export interface KindGroup {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly lookAlike: LookAlike | undefined;
  readonly findings: number;
  readonly fixes: number;
  readonly sample: string;
  readonly columns: readonly { readonly column: ColumnIndex; readonly findings: number }[];
}

/** Kinds that differ only in the column, together: errors first, then what there is most of. */
export function kindGroups(kinds: readonly KindCount[]): readonly KindGroup[] {
  const byName = Map.groupBy(kinds, ({ code, lookAlike }) => `${code} ${lookAlike}`);
  const groups = [...byName.values()].flatMap((same): readonly KindGroup[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { code, severity, lookAlike, sample } = first;
    const sum = (of: (kind: KindCount) => number): number =>
      same.reduce((total, kind) => total + of(kind), 0);
    const columns = same
      .flatMap(({ column, findings }) => (column === undefined ? [] : [{ column, findings }]))
      .sort((a, b) => a.column - b.column);
    return [
      {
        code,
        severity,
        lookAlike,
        findings: sum(({ findings }) => findings),
        fixes: sum(({ fixes }) => fixes),
        sample,
        columns,
      },
    ];
  });
  const rank = { error: 0, warning: 1 } as const;
  return groups.sort((a, b) => rank[a.severity] - rank[b.severity] || b.findings - a.findings);
}
