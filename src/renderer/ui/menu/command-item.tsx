import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandLabel, commandOf, runCommand } from '../commands.ts';
import { MenuItem } from './menu-item.tsx';

/** A command of the registry as a menu has it. */
export function CommandItem({ id }: { readonly id: CommandId }): ReactElement {
  const enabled = useWorkspace((state) => commandOf(id).isEnabled(state));
  const label = useWorkspace((state) => commandLabel(id, state));
  const { shortcut, hint } = commandOf(id);
  return (
    <MenuItem
      label={label}
      shortcut={shortcut ?? hint}
      enabled={enabled}
      command={id}
      onChoose={() => runCommand(id)}
    />
  );
}
