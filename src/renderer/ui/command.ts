import type { WorkspaceState } from '../model/workspace-model.ts';
import type { IconName } from './icon-shapes.ts';
import type { Shortcut } from './shortcut.ts';

/** What can be done. One list feeds the toolbar, the shortcuts and their hints, and the native menu. */
export interface Command {
  readonly label: string | ((state: WorkspaceState) => string);
  /** What the label alone does not say; shown with it while it is pointed at. */
  readonly about?: (state: WorkspaceState) => string | undefined;
  readonly icon?: IconName;
  readonly shortcut?: Shortcut;
  /** A second shortcut that people's fingers know. */
  readonly alias?: Shortcut;
  /** Keys that do the same without this registry: to be shown, not listened for. */
  readonly hint?: Shortcut;
  /** A text field has its own meaning for these keys. */
  readonly notWhileTyping?: boolean;
  /** The keys are about cells: they count only while the grid has the focus. */
  readonly onlyInGrid?: boolean;
  readonly isEnabled: (state: WorkspaceState) => boolean;
  readonly run: (state: WorkspaceState) => Promise<void> | void;
}
