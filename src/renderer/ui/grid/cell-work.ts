import type { CellChange } from '../../../core/edited-sheet.ts';
import { isClearable } from '../../../core/fields.ts';
import { CLEAR_TOKEN } from '../../../core/tokens.ts';
import type { SheetModel } from '../../model/workspace-model.ts';
import { platform } from '../platform.ts';
import { type Shortcut, shortcutText } from '../shortcut.ts';
import { GRID } from '../words/grid.ts';
import type { Block } from './clipboard-text.ts';
import { fillPlan } from './fill.ts';
import { isInRange, type Place, rangeOf } from './grid-range.ts';
import type { GridNote } from './grid-state.ts';
import type { GridLayout } from './layout.ts';
import { planPaste } from './paste-plan.ts';
import type { Selection } from './selection.ts';

export const CLEAR_SHORTCUT: Shortcut = { key: 'Delete', mod: true, shift: true };

type Change = Omit<CellChange, 'before'>;

interface CellWorkOptions {
  readonly model: SheetModel;
  readonly layout: GridLayout;
  readonly selection: Selection;
  /** Tells the person what could not be seen from the cells alone. */
  readonly say: (note: GridNote) => void;
}

/** What can be done to the selected cells; each is one step to undo. */
export class CellWork {
  readonly #model: SheetModel;
  readonly #layout: GridLayout;
  readonly #selection: Selection;
  readonly #say: CellWorkOptions['say'];
  #hasSaidBlank = false;

  constructor({ model, layout, selection, say }: CellWorkOptions) {
    this.#model = model;
    this.#layout = layout;
    this.#selection = selection;
    this.#say = say;
  }

  /** The selected cells as they go onto the clipboard; `undefined` where none are. */
  block(): Block | undefined {
    const columns = this.#selection.columns();
    const rows = this.#selection.rows();
    if (columns.length === 0 || rows.length === 0) return undefined;
    return rows.map((row) => columns.map((column) => this.#model.cell(row, column)));
  }

  /** Nothing is asked of the fields any more. The first time it is said that this clears nothing. */
  empty(): void {
    const { roles } = this.#model.mapping;
    const isOfWritten = this.#selection.columns().some((column) => roles[column]?.kind === 'write');
    const isAnyFilled = this.#fill('');
    if (!isAnyFilled || !isOfWritten || this.#hasSaidBlank) return;
    this.#hasSaidBlank = true;
    this.#say({ text: GRID.blankKeeps(shortcutText(CLEAR_SHORTCUT, platform)) });
  }

  /** Puts a text into every selected cell. */
  fillWith(text: string): void {
    this.#fill(text);
  }

  #fill(text: string): boolean {
    const columns = this.#selection.columns();
    return this.#edit(
      this.#selection.rows().flatMap((row) => columns.map((column) => ({ row, column, after: text }))),
    );
  }

  /** Asks for the fields to be emptied, where a field can be. */
  clear(): void {
    const { roles } = this.#model.mapping;
    const columns = this.#selection.columns();
    const clearable = columns.filter((column) => canClear(roles[column]));
    this.#edit(
      this.#selection
        .rows()
        .flatMap((row) => clearable.map((column) => ({ row, column, after: CLEAR_TOKEN }))),
      columns.length === clearable.length ? '' : GRID.notCleared(columns.length - clearable.length),
    );
  }

  fill(direction: 'down' | 'right'): void {
    const range = this.#selection.current();
    if (range === null) return;
    const at = this.#cells();
    this.#edit(
      fillPlan(range, direction).flatMap(({ to, from }) => {
        const [target, source] = [at(to), at(from)];
        return target && source ? [{ ...target, after: this.#model.cell(source.row, source.column) }] : [];
      }),
    );
  }

  /** Whether some selected cell differs from the file. */
  hasChanged(): boolean {
    const columns = this.#selection.columns();
    return this.#selection.rows().some((row) => columns.some((column) => this.#model.isChanged(row, column)));
  }

  revert(): void {
    const columns = this.#selection.columns();
    this.#model.revert(this.#selection.rows().flatMap((row) => columns.map((column) => ({ row, column }))));
  }

  /** Puts a block where the selection is, and selects what it covers. */
  paste(block: Block): void {
    const range = this.#selection.current();
    if (range === null || block.length === 0) return;
    const { rows, columns, rowsBeyond, columnsBeyond } = planPaste(block, range, this.#layout.extent);
    const at = this.#cells();
    const changes = rows.flatMap(({ row, from }) =>
      columns.flatMap(({ column, from: cell }) => {
        const [target, after] = [at({ row, column }), block[from]?.[cell]];
        return target === undefined || after === undefined ? [] : [{ ...target, after }];
      }),
    );
    this.#edit(changes, GRID.beyond(rowsBeyond, columnsBeyond), this.#offerRows(block, rowsBeyond, columns));
    const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
    if (!top || !bottom || !left || !right || range.otherRows.length > 0) return;
    const covered = rangeOf({ row: top.row, column: left.column }, { row: bottom.row, column: right.column });
    if (isInRange(covered, range.active)) this.#selection.set({ ...covered, active: range.active });
    else this.#selection.moveWithin(covered, covered.corner);
  }

  /** Rows for what did not fit; not where only some are shown, since nobody would see where they come. */
  #offerRows(
    block: Block,
    count: number,
    columns: readonly { readonly column: number; readonly from: number }[],
  ): GridNote['action'] {
    const model = this.#model;
    if (count === 0 || model.shown.length !== model.counts.all) return undefined;
    const indexes = this.#layout.columns;
    const left = block.slice(-count);
    const run = (): void => {
      const first = model.rowCount;
      const changes = left.flatMap((cells, down) =>
        columns.flatMap(({ column, from }) => {
          const [index, after] = [indexes[column], cells[from]];
          return index === undefined || after === undefined
            ? []
            : [{ row: first + down, column: index, after }];
        }),
      );
      model.doStep([
        { kind: 'add_rows', count },
        { kind: 'set_cells', changes },
      ]);
    };
    return { label: GRID.offerRows(count), run };
  }

  /** Finds the row and column at a place. */
  #cells(): (place: Place) => Pick<Change, 'row' | 'column'> | undefined {
    const { columns } = this.#layout;
    const { shown } = this.#model;
    return (place) => {
      const [row, column] = [shown.rowAt(place.row), columns[place.column]];
      return row === undefined || column === undefined ? undefined : { row, column };
    };
  }

  /** Rows of a running plan are left alone, and that is said. */
  #edit(changes: readonly Change[], remark = '', action?: GridNote['action']): boolean {
    const locked = new Set(changes.flatMap(({ row }) => (this.#model.lockOf(row) === undefined ? [] : [row])))
      .size;
    if (changes.length > 0) this.#model.edit(changes);
    const said = [locked > 0 ? GRID.locked(locked) : '', remark].filter((text) => text !== '');
    if (said.length > 0) this.#say({ text: said.join(' '), ...(action && { action }) });
    return changes.length > 0;
  }
}

type Role = SheetModel['mapping']['roles'][number] | undefined;

/** A column of an export becomes a written one when it is edited: it can be cleared too. */
export const canClear = (role: Role): boolean =>
  (role?.kind === 'write' || role?.kind === 'reference') &&
  role.field !== undefined &&
  isClearable(role.field);
