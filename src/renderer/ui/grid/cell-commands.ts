import type { RowId } from '../../../core/diagnostic.ts';
import { afterFrame } from '../../model/breathe.ts';
import type { WorkspaceState } from '../../model/workspace-model.ts';
import { actions } from '../../store.ts';
import type { Command } from '../command.ts';
import { goTo, useView } from '../view-state.ts';
import { GRID } from '../words/grid.ts';
import { type CellWork, CLEAR_SHORTCUT, canClear } from './cell-work.ts';
import { sayInGrid, useGrid } from './grid-state.ts';
import { PLAN_ROW_COMMANDS } from './plan-row-commands.ts';
import { rowCountMeant, rowsMeant } from './rows-meant.ts';

const hasCells = ({ sheet }: WorkspaceState): boolean =>
  sheet !== null && useView.getState().selection !== null;

/** Whether the field of some selected column can be emptied in Atlas. */
const canClearSome = ({ sheet }: WorkspaceState): boolean =>
  (useView.getState().selection?.columns ?? []).some((column) => canClear(sheet?.mapping.roles[column]));

const work = (): CellWork | undefined => useGrid.getState().ranges?.work;

const isExcluded = ({ sheet, selectedRow }: WorkspaceState): boolean =>
  selectedRow !== null && sheet?.stateOf(selectedRow) === 'excluded' && !sheet.isOutOfPlan(selectedRow);

/** Excel's way of a button for two states: all become what the active one becomes. */
function toggleExcluded(state: WorkspaceState): void {
  const rows = rowsMeant(state);
  const locks = rows.flatMap((row) => state.sheet?.rowLockOf(row) ?? []);
  if (locks.length > 0) sayInGrid({ text: `${GRID.locked(locks.length)} ${locks[0]}` });
  if (isExcluded(state)) state.sheet?.include(rows);
  else state.sheet?.exclude(rows);
}

const addedRows = (state: WorkspaceState): readonly RowId[] =>
  rowsMeant(state).filter((row) => state.sheet?.isAdded(row));

/** As many as are selected, as in Excel; the cursor goes to the first. */
async function addRows(state: WorkspaceState): Promise<void> {
  const { sheet } = state;
  if (sheet === null) return;
  const first = sheet.rowCount;
  sheet.addRows(Math.max(1, rowCountMeant(state)));
  // The grid has them after the next frame.
  await afterFrame();
  goTo(first, undefined);
}

/** What can be done to the selected cells and rows, for the grid's menu, its keys and the toolbar. */
export const CELL_COMMANDS = {
  'cells.cut': {
    label: GRID.cut,
    hint: { key: 'x', mod: true },
    isEnabled: hasCells,
    run: () => actions.useClipboard('cut'),
  },
  'cells.copy': {
    label: GRID.copy,
    icon: 'copy',
    hint: { key: 'c', mod: true },
    isEnabled: hasCells,
    run: () => actions.useClipboard('copy'),
  },
  'cells.paste': {
    label: GRID.paste,
    icon: 'paste',
    hint: { key: 'v', mod: true },
    isEnabled: hasCells,
    run: () => actions.useClipboard('paste'),
  },
  'cells.empty': {
    label: GRID.empty,
    hint: { key: 'Delete' },
    isEnabled: hasCells,
    run: () => work()?.empty(),
  },
  'cells.clear': {
    label: (state) => (!hasCells(state) || canClearSome(state) ? GRID.clear : GRID.cantClear),
    shortcut: CLEAR_SHORTCUT,
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: canClearSome,
    run: () => work()?.clear(),
  },
  'cells.fill_down': {
    label: GRID.fillDown,
    icon: 'down',
    shortcut: { key: 'd', mod: true },
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: hasCells,
    run: () => work()?.fill('down'),
  },
  'cells.fill_right': {
    label: GRID.fillRight,
    icon: 'arrow',
    shortcut: { key: 'r', mod: true },
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: hasCells,
    run: () => work()?.fill('right'),
  },
  'cells.revert': {
    label: GRID.revert,
    icon: 'undo',
    isEnabled: (state) => hasCells(state) && (work()?.hasChanged() ?? false),
    run: () => work()?.revert(),
  },
  'row.exclude': {
    label: (state) => (isExcluded(state) ? GRID.include : GRID.exclude)(rowCountMeant(state)),
    icon: 'excluded',
    shortcut: { key: 'Backspace', mod: true },
    notWhileTyping: true,
    isEnabled: (state) =>
      rowCountMeant(state) > 1 ||
      (state.selectedRow !== null && state.sheet?.rowLockOf(state.selectedRow) === undefined),
    run: toggleExcluded,
  },
  ...PLAN_ROW_COMMANDS,
  'rows.add': {
    label: (state) => GRID.addRows(Math.max(1, rowCountMeant(state))),
    icon: 'add',
    isEnabled: ({ sheet }) => sheet !== null && sheet.validatedRows === sheet.rowCount,
    run: addRows,
  },
  'rows.remove': {
    label: GRID.removeRows,
    icon: 'remove',
    isEnabled: (state) => addedRows(state).length > 0,
    // Rows of the file are left out instead, by a command of their own.
    run: (state) => state.sheet?.removeRows(addedRows(state)),
  },
} as const satisfies { readonly [id: string]: Command };
