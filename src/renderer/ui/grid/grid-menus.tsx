import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/workspace-model.ts';
import type { CommandId } from '../commands.ts';
import { CommandItem } from '../menu/command-item.tsx';
import { MenuAt } from '../menu/menu-at.tsx';
import { GRID } from '../words/grid.ts';
import { openGridMenu, useGrid } from './grid-state.ts';

/** Groups of commands, a line between them. */
const CELL_ITEMS = [
  ['cells.cut', 'cells.copy', 'cells.paste'],
  ['cells.empty', 'cells.clear'],
  ['cells.fill_down', 'cells.fill_right', 'cells.revert'],
  ['row.exclude'],
  ['edit.next_error'],
] as const satisfies readonly (readonly CommandId[])[];

/** The grid's menu that is open, if one is. */
export function GridMenus({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const menu = useGrid((grid) => grid.menu);
  if (menu === null) return null;
  void sheet;
  return (
    <MenuAt
      key={`${menu.x} ${menu.y}`}
      label={GRID.menu}
      x={menu.x}
      y={menu.y}
      onClose={() => openGridMenu(null)}
    >
      {CELL_ITEMS.map((group) => (
        <div className="menu-group" role="group" key={group[0]}>
          {group.map((id) => (
            <CommandItem key={id} id={id} />
          ))}
        </div>
      ))}
    </MenuAt>
  );
}
