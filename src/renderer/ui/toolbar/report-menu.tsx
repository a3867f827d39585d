import { type ReactElement, useId } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandOf } from '../commands.ts';
import { Icon } from '../icon.tsx';
import { CommandItem } from '../menu/command-item.tsx';
import { focusFirst, moveInMenu } from '../menu/menu-keys.ts';
import { COMMANDS } from '../words/commands.ts';

const ITEMS = [
  'report.html',
  'report.csv',
  'report.failed',
  'report.json',
  'report.copy',
  'report.show',
] as const satisfies readonly CommandId[];

/** All that can be taken away of a plan or a run. */
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
          <CommandItem key={id} id={id} />
        ))}
      </div>
    </>
  );
}
