import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { CellMenu } from './cell-menu.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { useGrid } from './grid-state.ts';

/** The grid's menu that is open, if one is. */
export function GridMenus({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const menu = useGrid((grid) => grid.menu);
  const ranges = useGrid((grid) => grid.ranges);
  if (menu === null || ranges === null) return null;
  const { x, y } = menu;
  const key = `${x} ${y}`;
  if (menu.kind === 'cells') return <CellMenu key={key} x={x} y={y} />;
  return <ColumnMenu key={key} sheet={sheet} columns={ranges.columns} column={menu.column} x={x} y={y} />;
}
