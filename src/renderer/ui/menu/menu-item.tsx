import type { ReactElement } from 'react';
import type { Shortcut } from '../../../contract/shortcut.ts';
import { platform } from '../platform.ts';
import { shortcutText } from '../shortcut.ts';

interface MenuItemProps {
  readonly label: string;
  readonly shortcut?: Shortcut | undefined;
  readonly enabled?: boolean;
  readonly command?: string;
  readonly onChoose: () => void;
}

/** Closes its menu, which gives the focus back to where it was, before anything is done there. */
export function MenuItem({
  label,
  shortcut,
  enabled = true,
  command,
  onChoose,
}: MenuItemProps): ReactElement {
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      disabled={!enabled}
      data-command={command}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose();
      }}
    >
      <span>{label}</span>
      {shortcut && <kbd>{shortcutText(shortcut, platform)}</kbd>}
    </button>
  );
}
