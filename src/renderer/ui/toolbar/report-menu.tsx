import { type KeyboardEvent, type ReactElement, type ToggleEvent, useId } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandLabel, commandOf, runCommand } from '../commands.ts';
import { Icon } from '../icon.tsx';
import { platform } from '../platform.ts';
import { shortcutText } from '../shortcut.ts';
import { COMMANDS } from '../words/commands.ts';

const ITEMS = [
  'report.html',
  'report.csv',
  'report.failed',
  'report.json',
  'report.copy',
  'report.show',
] as const satisfies readonly CommandId[];

export function ReportMenu({ primary }: { readonly primary: boolean }): ReactElement {
  const menuId = useId();
  const enabled = useWorkspace((state) => ITEMS.some((id) => commandOf(id).isEnabled(state)));
  return (
    <>
      <button
        type="button"
        className={`button ${primary ? 'button-primary' : 'button-plain'} menu-button`}
        disabled={!enabled}
        popoverTarget={menuId}
        aria-haspopup="menu"
      >
        <Icon name="report" />
        <span>{COMMANDS.report}</span>
        <Icon name="open_menu" />
      </button>
      <div
        id={menuId}
        popover="auto"
        role="menu"
        className="menu"
        aria-label={COMMANDS.report}
        onKeyDown={moveInMenu}
        onToggle={focusFirst}
      >
        {ITEMS.map((id) => (
          <MenuItem key={id} id={id} />
        ))}
      </div>
    </>
  );
}

function MenuItem({ id }: { readonly id: CommandId }): ReactElement {
  const enabled = useWorkspace((state) => commandOf(id).isEnabled(state));
  const label = useWorkspace((state) => commandLabel(id, state));
  const { shortcut } = commandOf(id);
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      disabled={!enabled}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        runCommand(id);
      }}
    >
      <span>{label}</span>
      {shortcut && <kbd>{shortcutText(shortcut, platform)}</kbd>}
    </button>
  );
}

function focusFirst({ newState, currentTarget }: ToggleEvent<HTMLElement>): void {
  if (newState === 'open')
    currentTarget.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus();
}

/** Arrow keys go from item to item, as in every menu. */
function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items.at((at + step) % items.length)?.focus();
}
