import { COMMAND_EXPLANATIONS, COMMAND_LABELS } from '../core/words/commands.ts';
import type { Shortcut } from './shortcut.ts';

/** What can be done by a person: in the window, by its keys, and in the native menu. */
export type WindowCommandId = keyof typeof COMMAND_LABELS;

export const WINDOW_COMMAND_IDS = Object.keys(COMMAND_LABELS) as [WindowCommandId, ...WindowCommandId[]];

export const isWindowCommand = (id: string): id is WindowCommandId => Object.hasOwn(COMMAND_LABELS, id);

/** The keys of a command. */
interface CommandKeys {
  readonly shortcut?: Shortcut;
  /** On a Mac, where the system itself means something else by those keys. */
  readonly shortcutOnMac?: Shortcut;
  /** A second shortcut that people’s fingers know. */
  readonly alias?: Shortcut;
  /** Keys that do the same by themselves: to be shown, not listened for. */
  readonly hint?: Shortcut;
}

const KEYS: { readonly [id in WindowCommandId]?: CommandKeys } = {
  'file.import': { shortcut: { key: 'o', mod: true } },
  'file.close': { shortcut: { key: 'w', mod: true } },
  'report.csv': { shortcut: { key: 's', mod: true } },
  'report.html': { shortcut: { key: 'p', mod: true } },
  'edit.undo': { shortcut: { key: 'z', mod: true } },
  'edit.redo': { shortcut: { key: 'z', mod: true, shift: true }, alias: { key: 'y', mod: true } },
  'edit.find': { shortcut: { key: 'f', mod: true } },
  // ⌘H hides the app.
  'edit.replace': {
    shortcut: { key: 'h', mod: true },
    shortcutOnMac: { key: 'f', mod: true, alt: true },
  },
  'edit.find_next': { shortcut: { key: 'F3' } },
  'edit.find_previous': { shortcut: { key: 'F3', shift: true } },
  'edit.filter': { shortcut: { key: 'l', mod: true, shift: true } },
  'edit.next_error': { shortcut: { key: 'F8' } },
  'edit.next_warning': { shortcut: { key: 'F9' } },
  'edit.next_change': { shortcut: { key: 'F7' } },
  'edit.previous_change': { shortcut: { key: 'F7', shift: true } },
  'cells.cut': { hint: { key: 'x', mod: true } },
  'cells.copy': { hint: { key: 'c', mod: true } },
  'cells.paste': { hint: { key: 'v', mod: true } },
  'cells.empty': { hint: { key: 'Delete' } },
  'cells.clear': { shortcut: { key: 'Delete', mod: true, shift: true } },
  'cells.fill_down': { shortcut: { key: 'd', mod: true } },
  'cells.fill_right': { shortcut: { key: 'r', mod: true } },
  'row.exclude': { shortcut: { key: 'Backspace', mod: true } },
  'view.mapping': { shortcut: { key: 'm', mod: true, shift: true } },
  'plan.make': { shortcut: { key: 'Enter', mod: true } },
  'run.apply': { shortcut: { key: 'Enter', mod: true, shift: true } },
  'view.findings': { shortcut: { key: 'f', mod: true, shift: true } },
  'view.inspector': { shortcut: { key: 'i', mod: true } },
  'view.summary': { shortcut: { key: 's', mod: true, shift: true } },
  'view.history': { shortcut: { key: 'h', mod: true, shift: true } },
  'view.settings': { shortcut: { key: ',', mod: true } },
  'view.next_pane': { shortcut: { key: 'F6' } },
  'view.previous_pane': { shortcut: { key: 'F6', shift: true } },
  'help.shortcuts': { shortcut: { key: 'F1' }, alias: { key: '/', mod: true } },
};

/** What is the same of a command wherever it is shown. */
export interface WindowCommand extends Omit<CommandKeys, 'shortcutOnMac'> {
  readonly name: string;
  readonly explanation?: string;
}

const EXPLANATIONS: { readonly [id in WindowCommandId]?: string } = COMMAND_EXPLANATIONS;

/** The one list that the window, its keys, its sheet of shortcuts and the native menu are made from. */
export function windowCommand(id: WindowCommandId, isMac: boolean): WindowCommand {
  const { shortcutOnMac, ...keys } = KEYS[id] ?? {};
  const explanation = EXPLANATIONS[id];
  return {
    name: COMMAND_LABELS[id],
    ...keys,
    ...(isMac && shortcutOnMac ? { shortcut: shortcutOnMac } : {}),
    ...(explanation === undefined ? {} : { explanation }),
  };
}
