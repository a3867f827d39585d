import { WINDOW_COMMAND_IDS, type WindowCommandId, windowCommand } from '../../contract/window-commands.ts';
import type { WorkspaceState } from '../model/workspace-state.ts';
import { workspace } from '../store.ts';
import type { Command, CommandDeed } from './command.ts';
import { EDIT_COMMANDS } from './commands/edit-commands.ts';
import { FILE_COMMANDS } from './commands/file-commands.ts';
import { PLAN_COMMANDS } from './commands/plan-commands.ts';
import { REPORT_COMMANDS } from './commands/report-commands.ts';
import { RUN_COMMANDS } from './commands/run-commands.ts';
import { VIEW_COMMANDS } from './commands/view-commands.ts';
import { CELL_COMMANDS } from './grid/cell-commands.ts';
import { useGrid } from './grid/grid-state.ts';
import { platform } from './platform.ts';

/** What the window does for each command of the list: one that is forgotten in every part does not compile. */
const REGISTRY = {
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...CELL_COMMANDS,
  ...PLAN_COMMANDS,
  ...RUN_COMMANDS,
  ...REPORT_COMMANDS,
  ...VIEW_COMMANDS,
} as const satisfies { readonly [id in WindowCommandId]: CommandDeed };

export type CommandId = WindowCommandId;

export const COMMAND_IDS: readonly CommandId[] = WINDOW_COMMAND_IDS;

const COMMANDS = Object.fromEntries(
  COMMAND_IDS.map((id) => [id, { ...windowCommand(id, platform === 'mac'), ...REGISTRY[id] }]),
) as { readonly [id in CommandId]: Command };

/** What is listed of a command together with what the window does for it. */
export const commandOf = (id: CommandId): Command => COMMANDS[id];

export const commandLabel = (id: CommandId, state: WorkspaceState): string => {
  const { label, name } = commandOf(id);
  return label ? label(state) : name;
};

/** Does a command where it can be done now; says whether it could. */
export function runCommand(id: CommandId): boolean {
  // A key that follows a click at once is about what was clicked.
  useGrid.getState().settleCursor();
  const state = workspace.getState();
  const command = commandOf(id);
  if (!command.isEnabled(state)) return false;
  void command.run(state);
  return true;
}
