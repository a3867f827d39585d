import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandLabel, commandOf, runCommand } from '../commands.ts';
import { Icon } from '../icon.tsx';
import { platform } from '../platform.ts';
import { ariaShortcut, shortcutText } from '../shortcut.ts';
import { useSheet } from '../use-sheet.ts';
import { useView } from '../view-state.ts';
import { isMeantFor } from './second-click.ts';

interface CommandButtonProps {
  readonly id: CommandId;
  readonly look?: 'plain' | 'primary' | 'live' | 'danger' | 'ghost';
  /** Shows the icon alone; the label stays for hints and screen readers. */
  readonly iconOnly?: boolean;
  readonly isPressed?: boolean;
}

export function CommandButton({
  id,
  look = 'plain',
  iconOnly = false,
  isPressed,
}: CommandButtonProps): ReactElement {
  useSheet();
  // Labels of what is done to the selected rows say how many they are.
  useView(({ selection }) => selection?.rowCount);
  const enabled = useWorkspace((state) => commandOf(id).isEnabled(state));
  const label = useWorkspace((state) => commandLabel(id, state));
  const { icon, shortcut, explanation, about } = commandOf(id);
  const more = useWorkspace((state) => about?.(state)) ?? explanation;
  const hint = shortcut
    ? `${label.replace('…', '')} (${shortcutText(shortcut, platform)})`
    : label.replace('…', '');
  return (
    <button
      type="button"
      className={`button button-${look}${iconOnly ? ' button-icon' : ''}`}
      disabled={!enabled}
      title={more === undefined ? (iconOnly || shortcut ? hint : undefined) : `${hint}\n${more}`}
      aria-description={more}
      aria-label={label}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut, platform)}
      aria-pressed={isPressed}
      data-command={id}
      onClick={({ detail }) => isMeantFor(id, detail) && runCommand(id)}
    >
      {icon && <Icon name={icon} />}
      {!iconOnly && <span>{label}</span>}
    </button>
  );
}
