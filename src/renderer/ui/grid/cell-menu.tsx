import type { ReactElement } from 'react';
import type { CommandId } from '../commands.ts';
import { CommandItem } from '../menu/command-item.tsx';
import { moveInMenu } from '../menu/menu-keys.ts';
import { PopoverAt } from '../menu/popover-at.tsx';
import { GRID } from '../words/grid.ts';
import { closeGridMenu } from './grid-state.ts';

/** Groups of commands, a line between them. */
const ITEMS = [
  ['cells.cut', 'cells.copy', 'cells.paste'],
  ['cells.empty', 'cells.clear'],
  ['cells.fill_down', 'cells.fill_right', 'cells.revert'],
  ['plan.leave_out', 'plan.take_in'],
  ['row.exclude', 'rows.add', 'rows.remove'],
  ['edit.next_error'],
] as const satisfies readonly (readonly CommandId[])[];

/** What can be done to the selected cells. */
export function CellMenu({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return (
    <PopoverAt role="menu" label={GRID.menu} x={x} y={y} onClose={closeGridMenu} onKeyDown={moveInMenu}>
      {ITEMS.map((group) => (
        <div className="menu-group" role="group" key={group[0]}>
          {group.map((id) => (
            <CommandItem key={id} id={id} />
          ))}
        </div>
      ))}
    </PopoverAt>
  );
}
