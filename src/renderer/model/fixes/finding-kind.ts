import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../../core/diagnostic.ts';
import { type LookAlike, lookAlikeOf } from '../../../core/tokens.ts';
import type { DiagnosticCode } from '../../../core/words/diagnostics.ts';
import type { SheetModel } from '../sheet-model.ts';

/** Findings that are alike: the same is wrong, in the same column. */
export interface FindingKind {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** `undefined` where a finding is about a row as a whole. */
  readonly column: ColumnIndex | undefined;
  /** `N/A`, `-` and the like are asked about one by one: one may mean something else than the other. */
  readonly lookAlike: LookAlike | undefined;
}

/** Some kinds: all with a code, or only those in one column or of one look-alike. */
export interface FindingFilter {
  readonly code: DiagnosticCode;
  readonly column?: ColumnIndex | undefined;
  readonly lookAlike?: LookAlike | undefined;
}

type Cells = Pick<SheetModel, 'cell'>;

/** What findings are told together: the same thing wrong in the same column. */
export function kindOf({ code, severity, place }: Diagnostic, row: RowId, sheet: Cells): FindingKind {
  const column = place.kind === 'cell' ? place.column : undefined;
  const isLookAlike = code === 'looks_like_clear' && column !== undefined;
  const lookAlike = isLookAlike ? lookAlikeOf(sheet.cell(row, column).trim()) : undefined;
  return { code, severity, column, lookAlike };
}

export const isOfKind = (kind: FindingKind, { code, column, lookAlike }: FindingFilter): boolean =>
  kind.code === code &&
  (column === undefined || kind.column === column) &&
  (lookAlike === undefined || kind.lookAlike === lookAlike);

type Judged = Pick<SheetModel, 'cell' | 'findings' | 'severityOf'>;

/** A row's findings of some kinds. Rows without any, nearly all of most sheets, are told cheaply. */
export const findingsOfKind = (sheet: Judged, row: RowId, filter: FindingFilter): readonly Diagnostic[] =>
  sheet.severityOf(row) === undefined
    ? []
    : sheet.findings(row).filter((finding) => isOfKind(kindOf(finding, row, sheet), filter));
