import { isAbout } from '../../core/blast-radius/is-about.ts';
import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';
import type { SheetModel } from './sheet-model.ts';
import { showsChanges } from './shows-changes.ts';

/** A row with changes of which none has a cell of its own is gone to as a whole: it has no column. */
export interface ChangePlace {
  readonly row: RowId;
  readonly column: ColumnIndex | undefined;
}

interface Walk {
  /** Where the cursor is. */
  readonly from: { readonly row: RowId; readonly column: ColumnIndex | null } | null;
  /** As they are shown, from left to right. */
  readonly columns: readonly ColumnIndex[];
  readonly direction: 1 | -1;
}

type Sheet = Pick<SheetModel, 'shown' | 'stateOf' | 'mapping' | 'figure' | 'plannedNow'>;

/** The next changed cell of the rows shown, going round; while a figure is shown only those cells that count in it. */
export async function nextChange(sheet: Sheet, walk: Walk): Promise<ChangePlace | undefined> {
  const { from, direction } = walk;
  const { shown } = sheet;
  const { length } = shown;
  const start = from === null ? -1 : shown.indexOf(from.row);
  // What follows in the cursor's own row comes first, and what precedes it there comes last.
  const first = start < 0 ? (direction === 1 ? 0 : length - 1) : start;
  const steps = start < 0 ? length : length + 1;
  for (let step = 0; step < steps; step++) {
    const row = shown.rowAt((((first + step * direction) % length) + length) % length);
    if (row === undefined || !showsChanges(sheet.stateOf(row))) continue;
    const isOwn = step === 0 && start >= 0;
    const place = await placeIn(sheet, row, walk, isOwn ? (from?.column ?? null) : undefined);
    if (place) return place;
  }
  return undefined;
}

/** @param after the cursor's column in this row, `null` before all columns; `undefined` where it is not in this row */
async function placeIn(
  sheet: Sheet,
  row: RowId,
  { columns, direction }: Walk,
  after: ColumnIndex | null | undefined,
): Promise<ChangePlace | undefined> {
  const planned = await sheet.plannedNow(row);
  const { figure } = sheet;
  const changes = (planned?.changes ?? []).filter((change) => !figure || isAbout(figure.subject, change));
  if (changes.length === 0) return undefined;
  const fields = new Set<string>(changes.map(({ field }) => field));
  const places = columns.flatMap((column, place) => {
    const role = sheet.mapping.roles[column];
    return role?.kind === 'write' && fields.has(role.field) ? [place] : [];
  });
  if (places.length === 0) return after === undefined ? { row, column: undefined } : undefined;
  // The line and the status stand before all columns.
  const at = after === null ? -1 : after !== undefined && columns.indexOf(after);
  const rest = at === false ? places : places.filter((place) => (place - at) * direction > 0);
  const place = direction === 1 ? rest[0] : rest.at(-1);
  return place === undefined ? undefined : { row, column: columns[place] };
}
