import { compileMapping, type MappedColumn } from './compiled-mapping.ts';
import { type ColumnIndex, isError, type RowId } from './diagnostic.ts';
import { type CellChange, cellText, type EditedSheet } from './edited-sheet.ts';
import type { Edit } from './edits.ts';
import { ADDRESS_NAMES, type AddressName, fieldShape } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { createRowReader, type RowReading } from './row-reading.ts';

/** What becomes of several rows about one customer. */
export type RowMerge =
  /** The first row takes what the others ask for and it does not; the others can be left out. */
  | {
      readonly kind: 'mergeable';
      readonly into: RowId;
      readonly others: readonly RowId[];
      /** Cells of the first row that change. */
      readonly cells: readonly CellChange[];
    }
  /** They ask for different things in these columns: only a person knows which is meant. */
  | { readonly kind: 'contradicting'; readonly columns: readonly ColumnIndex[] }
  /** What a row with an error asks for is not known. */
  | { readonly kind: 'has_errors'; readonly row: RowId }
  /** Whether they contradict each other depends on what a blank part of this address means, which nobody said yet. */
  | { readonly kind: 'blank_question'; readonly address: AddressName };

export type RowMerger = (rows: readonly RowId[]) => RowMerge;

/**
 * Makes the function that merges rows about one customer, given in the order of the file. The merged row asks for
 * exactly what the rows ask for together, the blank rule included: no edit is lost, and none is added.
 */
export function createRowMerger(edited: EditedSheet, mapping: Mapping): RowMerger {
  // A constant fills what is blank; it is no row's own wish, and the merged row has it all the same.
  const own: Mapping = { ...mapping, constants: [] };
  const read = createRowReader(edited, own);
  const { writes, checks } = compileMapping(own);
  return (rows) => {
    const readings = rows.map(read);
    const faulty = readings.find(({ diagnostics }) => diagnostics.some(isError));
    if (faulty) return { kind: 'has_errors', row: faulty.row };
    const address = ADDRESS_NAMES.find((name) => isUndecided(name, readings, own));
    if (address) return { kind: 'blank_question', address };
    const wishes = [
      ...writes.map((write) => ({ ...write, wishes: readings.map((row) => wishOf(edited, write, row)) })),
      ...checks.map((check) => ({ ...check, wishes: readings.map((row) => checkOf(edited, check, row)) })),
    ];
    const columns = wishes.filter((each) => isContradicting(each.wishes)).map(({ column }) => column);
    if (columns.length > 0) return { kind: 'contradicting', columns: columns.sort((a, b) => a - b) };
    const [into = 0, ...others] = rows;
    const cells = wishes.flatMap(({ column, wishes: [first, ...more] }): readonly CellChange[] => {
      const taken = first && takenFrom(first, more);
      return taken ? [{ row: into, column, before: first.text, after: taken.text }] : [];
    });
    return { kind: 'mergeable', into, others, cells };
  };
}

/** What a row's cell asks for; no edit where it keeps. */
interface Wish {
  readonly text: string;
  readonly edit: Edit | undefined;
}

const wishOf = (edited: EditedSheet, { column, field }: MappedColumn, { row, edits }: RowReading): Wish => ({
  text: cellText(edited, row, column),
  edit: edits.find((other) => other.field === field)?.edit,
});

/** What must be so is compared like what is to be: as people see it, without outer spaces. */
function checkOf(edited: EditedSheet, { column }: MappedColumn, { row }: RowReading): Wish {
  const text = cellText(edited, row, column);
  const value = text.trim();
  return { text, edit: value === '' ? undefined : { kind: 'set', value } };
}

/** Under the rule that blank clears, a cell that says by white space that it keeps contradicts a blank one. */
function isContradicting(wishes: readonly Wish[]): boolean {
  const asked = wishes.flatMap(({ edit }) => edit ?? []);
  if (new Set(asked.map(editKey)).size > 1) return true;
  const isBlankClearing = wishes.some(({ text, edit }) => text === '' && edit !== undefined);
  return isBlankClearing && wishes.some(({ text, edit }) => text !== '' && edit === undefined);
}

const editKey = (edit: Edit): string =>
  edit.kind === 'clear' ? 'clear' : `set ${JSON.stringify(edit.value)}`;

/**
 * The cell whose text the first row takes: one that asks for something, where the first does not; else one that says
 * it keeps, where the first is blank and might be cleared for it.
 */
function takenFrom(first: Wish, others: readonly Wish[]): Wish | undefined {
  if (first.edit !== undefined && first.text !== '') return undefined;
  return (
    others.find(({ text, edit }) => text !== '' && edit !== undefined) ??
    (first.text === '' ? others.find(({ text }) => text !== '') : undefined)
  );
}

/** Rows that edit different parts of one address: whether one's blanks clear what the other sets is to be said first. */
function isUndecided(address: AddressName, readings: readonly RowReading[], { blanks }: Mapping): boolean {
  if (blanks[address] !== undefined) return false;
  if (!readings.some(({ partlyBlank }) => partlyBlank.includes(address))) return false;
  const edits = readings.map((reading) =>
    reading.edits
      .filter(({ field }) => {
        const shape = fieldShape(field);
        return shape.kind === 'address' && shape.address === address;
      })
      .map(({ field, edit }) => `${field} ${editKey(edit)}`)
      .sort()
      .join('\n'),
  );
  return new Set(edits.filter((text) => text !== '')).size > 1;
}
