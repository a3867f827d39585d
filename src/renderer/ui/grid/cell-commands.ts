import type { RowId } from '../../../core/diagnostic.ts';
import { COMMAND_LABELS } from '../../../core/words/commands.ts';
import { afterFrame } from '../../model/breathe.ts';
import type { WorkspaceState } from '../../model/workspace-state.ts';
import { actions } from '../../store.ts';
import type { CommandDeed } from '../command.ts';
import { goTo, useView } from '../view-state.ts';
import { GRID } from '../words/grid.ts';
import { type CellWork, canClear } from './cell-work.ts';
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
    isEnabled: hasCells,
    run: () => actions.useClipboard('cut'),
  },
  'cells.copy': {
    icon: 'copy',
    isEnabled: hasCells,
    run: () => actions.useClipboard('copy'),
  },
  'cells.paste': {
    icon: 'paste',
    isEnabled: hasCells,
    run: () => actions.useClipboard('paste'),
  },
  'cells.empty': {
    isEnabled: hasCells,
    run: () => work()?.empty(),
  },
  'cells.clear': {
    label: (state) =>
      !hasCells(state) || canClearSome(state) ? COMMAND_LABELS['cells.clear'] : GRID.cantClear,
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: canClearSome,
    run: () => work()?.clear(),
  },
  'cells.fill_down': {
    icon: 'down',
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: hasCells,
    run: () => work()?.fill('down'),
  },
  'cells.fill_right': {
    icon: 'arrow',
    notWhileTyping: true,
    onlyInGrid: true,
    isEnabled: hasCells,
    run: () => work()?.fill('right'),
  },
  'cells.revert': {
    icon: 'undo',
    isEnabled: (state) => hasCells(state) && (work()?.hasChanged() ?? false),
    run: () => work()?.revert(),
  },
  'row.exclude': {
    label: (state) => (isExcluded(state) ? GRID.include : GRID.exclude)(rowCountMeant(state)),
    icon: 'excluded',
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
    icon: 'remove',
    isEnabled: (state) => addedRows(state).length > 0,
    // Rows of the file are left out instead, by a command of their own.
    run: (state) => state.sheet?.removeRows(addedRows(state)),
  },
} as const satisfies { readonly [id: string]: CommandDeed };
