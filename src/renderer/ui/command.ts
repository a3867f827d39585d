import type { WindowCommand, WindowCommandId } from '../../contract/window-commands.ts';
import type { WorkspaceState } from '../model/workspace-state.ts';
import type { IconName } from './icon-shapes.ts';

/** What the window does for a command of the list that it shares with the native menu. */
export interface CommandDeed {
  /** Says more than the command’s name: how many rows it is about, for instance. */
  readonly label?: (state: WorkspaceState) => string;
  /** What the label alone does not say, where that changes; shown with it while it is pointed at. */
  readonly about?: (state: WorkspaceState) => string | undefined;
  readonly icon?: IconName;
  /** A text field has its own meaning for these keys. */
  readonly notWhileTyping?: boolean;
  /** The keys are about cells: they count only while the grid has the focus. */
  readonly onlyInGrid?: boolean;
  readonly isEnabled: (state: WorkspaceState) => boolean;
  readonly run: (state: WorkspaceState) => Promise<void> | void;
}

export interface Command extends WindowCommand, CommandDeed {}

/** What it does for some of them, by id. */
export type CommandPart = { readonly [id in WindowCommandId]?: CommandDeed };
