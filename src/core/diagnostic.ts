import type { DiagnosticCode } from './words/diagnostics.ts';

/** A row's stable number in its sheet, counted from 0 over the rows below the header. Survives sort and filter. */
export type RowId = number;
/** A column's place in the file, from 0. */
export type ColumnIndex = number;

export type Place =
  | { readonly kind: 'file' }
  /** 1-based physical line of the file. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'column'; readonly column: ColumnIndex }
  | { readonly kind: 'row'; readonly row: RowId }
  | { readonly kind: 'cell'; readonly row: RowId; readonly column: ColumnIndex };

/** Errors keep a row out of the dry run; warnings do not, but LIVE asks for each kind to be acknowledged. */
export type Severity = 'error' | 'warning';

/** What the cell could hold instead. Offered, never done unasked. */
export interface Fix {
  readonly label: string;
  readonly text: string;
}

/** A finding about a cell, row, column or file. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly place: Place;
  readonly message: string;
  readonly fix?: Fix;
}

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';
