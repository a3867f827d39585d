import type { ReactElement } from 'react';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { SheetModel, Sort } from '../../model/sheet-model.ts';
import { MenuItem } from '../menu/menu-item.tsx';
import { moveInMenu } from '../menu/menu-keys.ts';
import { PopoverAt } from '../menu/popover-at.tsx';
import { useSheet } from '../use-sheet.ts';
import { GRID } from '../words/grid.ts';
import { ColumnFilterForm } from './column-filter-form.tsx';
import type { ColumnWork } from './column-work.ts';
import { closeGridMenu } from './grid-state.ts';

interface ColumnMenuProps {
  readonly sheet: SheetModel;
  readonly columns: ColumnWork;
  readonly column: ColumnIndex;
  readonly x: number;
  readonly y: number;
}

/** What can be done with a column: its rows sorted and filtered, and where and how it stands. */
export function ColumnMenu({ sheet, columns, column, x, y }: ColumnMenuProps): ReactElement {
  useSheet();
  const name = sheet.columns[column]?.name ?? '';
  const sortBy = (direction: Sort['direction'] | null): void =>
    sheet.show({ sort: direction && { by: column, direction } });
  const isSorted = sheet.sort?.by === column;
  const close = (): void => {
    closeGridMenu();
    // The header may have been drawn anew since, and what had the focus is gone.
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('.menu-at')) columns.focusHeader(column);
  };
  const { hidden } = columns;
  const isFrozen = columns.isFrozen(column);
  return (
    <PopoverAt role="dialog" label={GRID.columnMenu(name)} x={x} y={y} onClose={close}>
      <div
        className="menu-group"
        role="menu"
        tabIndex={-1}
        aria-label={GRID.sort.title}
        onKeyDown={moveInMenu}
      >
        <MenuItem label={GRID.sort.ascending} onChoose={() => sortBy('ascending')} />
        <MenuItem label={GRID.sort.descending} onChoose={() => sortBy('descending')} />
        <MenuItem label={GRID.sort.none} enabled={isSorted} onChoose={() => sortBy(null)} />
      </div>
      <ColumnFilterForm sheet={sheet} column={column} />
      <div
        className="menu-group"
        role="menu"
        tabIndex={-1}
        aria-label={GRID.column.title}
        onKeyDown={moveInMenu}
      >
        <MenuItem label={GRID.column.select} onChoose={() => columns.select(column)} />
        <MenuItem label={GRID.column.fit} onChoose={() => columns.fit(column)} />
        {isFrozen ? (
          <MenuItem label={GRID.column.unfreeze} onChoose={() => columns.unfreezeFrom(column)} />
        ) : (
          <MenuItem label={GRID.column.freeze} onChoose={() => columns.freezeTo(column)} />
        )}
        <MenuItem
          label={GRID.column.left}
          enabled={columns.canMove(column, -1)}
          onChoose={() => columns.move(column, -1)}
        />
        <MenuItem
          label={GRID.column.right}
          enabled={columns.canMove(column, 1)}
          onChoose={() => columns.move(column, 1)}
        />
        <MenuItem label={GRID.column.hide} onChoose={() => columns.hide(column)} />
        {hidden.length > 0 && (
          <MenuItem label={GRID.column.showHidden(hidden.length)} onChoose={() => columns.show(hidden)} />
        )}
      </div>
    </PopoverAt>
  );
}
