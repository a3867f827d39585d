import { windowCommand } from '../../../contract/window-commands.ts';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { isClearable } from '../../../core/fields.ts';
import { CLEAR_TOKEN } from '../../../core/tokens.ts';
import { finishInSlices } from '../../model/breathe.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { platform } from '../platform.ts';
import { shortcutText } from '../shortcut.ts';
import { GRID } from '../words/grid.ts';
import {
  type CellsShown,
  type Change,
  type Changes,
  filledRange,
  pastedBlock,
  textInRange,
} from './cell-changes.ts';
import type { Block } from './clipboard-text.ts';
import { type GridRange, isInRange, rangeOf } from './grid-range.ts';
import type { GridNote } from './grid-state.ts';
import type { GridLayout } from './layout.ts';
import { type PastePlan, planPaste } from './paste-plan.ts';
import type { Selection } from './selection.ts';

const { shortcut: CLEAR_SHORTCUT } = windowCommand('cells.clear', platform === 'mac');

interface CellWorkOptions {
  readonly model: SheetModel;
  readonly layout: GridLayout;
  readonly selection: Selection;
  /** Tells the person what could not be seen from the cells alone. */
  readonly say: (note: GridNote) => void;
}

interface EditWords {
  /** What is to be said besides, with what is said of locked rows. */
  readonly remark?: (locked: string) => string;
  readonly action?: GridNote['action'];
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

  /** Nothing is asked of the fields any more. The first time it is said that this clears nothing. */
  empty(): void {
    this.emptying()();
  }

  /** What empties the cells selected now, whatever is selected when it is called. */
  emptying(): () => void {
    const range = this.#selection.current();
    const cells = this.#cells();
    const columns = this.#selection.columns(range);
    return () => {
      const remark = (locked: string): string => (locked === '' ? this.#blankKeeps(columns) : '');
      if (range) this.#edit(textInRange(cells, range, ''), { remark });
    };
  }

  #blankKeeps(columns: readonly ColumnIndex[]): string {
    if (this.#hasSaidBlank) return '';
    if (!columns.some((column) => this.#model.mapping.roles[column]?.kind === 'write')) return '';
    this.#hasSaidBlank = true;
    return GRID.blankKeeps(CLEAR_SHORTCUT ? shortcutText(CLEAR_SHORTCUT, platform) : '');
  }

  /** Puts a text into every selected cell. */
  fillWith(text: string): void {
    const range = this.#selection.current();
    if (range) this.#edit(textInRange(this.#cells(), range, text));
  }

  /** Asks for the fields to be emptied, where a field can be. */
  clear(): void {
    const range = this.#selection.current();
    if (range === null) return;
    const isWanted = (column: ColumnIndex): boolean => canClear(this.#model.mapping.roles[column]);
    const others = this.#selection.columns(range).filter((column) => !isWanted(column)).length;
    const remark = others === 0 ? '' : GRID.notCleared(others);
    this.#edit(textInRange(this.#cells(), range, CLEAR_TOKEN, isWanted), { remark: () => remark });
  }

  fill(direction: 'down' | 'right'): void {
    const range = this.#selection.current();
    if (range) this.#edit(filledRange(this.#cells(), range, direction));
  }

  /** Whether some selected cell differs from the file. */
  hasChanged(): boolean {
    const columns = this.#selection.columns();
    return this.#selection.rows().some((row) => columns.some((column) => this.#model.isChanged(row, column)));
  }

  revert(): void {
    const columns = this.#selection.columns();
    const cells: { readonly row: RowId; readonly column: ColumnIndex }[] = [];
    for (const row of this.#selection.rows())
      for (const column of columns) if (this.#model.isChanged(row, column)) cells.push({ row, column });
    const locked = this.#lockText(cells);
    this.#model.revert(cells);
    if (locked !== '') this.#say({ text: locked });
  }

  /** What puts a block where the selection is now, and selects what it covers. */
  pasting(): (block: Block) => void {
    const range = this.#selection.current();
    const cells = this.#cells();
    const { extent } = this.#layout;
    return (block) => {
      if (range === null || block.length === 0) return;
      const plan = planPaste(block, range, extent);
      const remark = GRID.beyond(plan.rowsBeyond, plan.columnsBeyond);
      const action = this.#offerRows(block, plan);
      this.#edit(pastedBlock(cells, block, plan), { remark: () => remark, action });
      this.#selectPasted(range, plan);
    };
  }

  #selectPasted(range: GridRange, { rows, columns }: PastePlan): void {
    const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
    if (!top || !bottom || !left || !right || range.otherRows.length > 0) return;
    const covered = rangeOf({ row: top.row, column: left.column }, { row: bottom.row, column: right.column });
    if (isInRange(covered, range.active)) this.#selection.set({ ...covered, active: range.active });
    else this.#selection.moveWithin(covered, covered.corner);
  }

  /** Rows for what did not fit; not where only some are shown, since nobody would see where they come. */
  #offerRows(block: Block, { columns, rowsBeyond }: PastePlan): GridNote['action'] {
    const model = this.#model;
    if (rowsBeyond === 0 || model.shown.length !== model.counts.all) return undefined;
    const shownColumns = this.#layout.columns;
    const left = block.slice(-rowsBeyond);
    const run = (): void => {
      const first = model.rowCount;
      const rows = left.map((_, index) => ({ row: index, from: index }));
      const shown = { length: left.length, rowAt: (index: number) => first + index, indexOf: () => -1 };
      finishInSlices(pastedBlock({ shown, columns: shownColumns }, left, { rows, columns }), (changes) =>
        model.doStep([
          { kind: 'add_rows', count: rowsBeyond },
          { kind: 'set_cells', changes },
        ]),
      );
    };
    return { label: GRID.offerRows(rowsBeyond), run };
  }

  #cells(): CellsShown {
    const { shown } = this.#model;
    return { shown, columns: this.#layout.columns, cell: (row, column) => this.#model.cell(row, column) };
  }

  #edit(changes: Changes, { remark = () => '', action }: EditWords = {}): void {
    finishInSlices(changes, (all) => {
      const locked = this.#lockText(all);
      this.#model.edit(all);
      const said = [locked, remark(locked)].filter((text) => text !== '');
      if (said.length > 0) this.#say({ text: said.join(' '), ...(action && { action }) });
    });
  }

  /** Rows of a running plan, for one, are left alone: that is said, and why. */
  #lockText(changes: readonly Pick<Change, 'row'>[]): string {
    const locked = new Set<RowId>();
    let reason = '';
    let last: RowId | undefined;
    for (const { row } of changes) {
      const lock = row === last ? undefined : this.#model.lockOf(row);
      last = row;
      if (lock === undefined) continue;
      locked.add(row);
      reason = lock;
    }
    return locked.size === 0 ? '' : `${GRID.locked(locked.size)} ${reason}`;
  }
}

type Role = SheetModel['mapping']['roles'][number] | undefined;

/** A column of an export becomes a written one when it is edited: it can be cleared too. */
export const canClear = (role: Role): boolean =>
  (role?.kind === 'write' || role?.kind === 'reference') &&
  role.field !== undefined &&
  isClearable(role.field);
