import type { Diagnostic, RowId } from './diagnostic.ts';
import type { EditedSheet } from './edited-sheet.ts';
import type { AddressName } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { RowReading } from './row-reading.ts';

export type SheetState = 'invalid' | 'ready' | 'excluded';

/** A sheet judged by a mapping. Findings are worked out again from a row when they are asked for. */
export interface ValidatedSheet {
  readonly edited: EditedSheet;
  readonly mapping: Mapping;
  /** Findings about the mapping; an error keeps the whole sheet out of the dry run. */
  readonly mappingFindings: readonly Diagnostic[];
  readonly counts: { readonly [state in SheetState]: number } & { readonly warnings: number };
  /** Rows for which the blank question of an address matters; it is asked where there are any. */
  readonly partlyBlankRows: { readonly [address in AddressName]: number };
  stateOf(row: RowId): SheetState;
  /** Of an excluded row: the row about the same customer that is not, as after merging them. */
  sameAs(row: RowId): RowId | undefined;
  /** The row understood, with all its findings, those across rows included. */
  read(row: RowId): RowReading;
}
