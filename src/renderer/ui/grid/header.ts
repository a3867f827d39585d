import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { SheetModel, Sort } from '../../model/sheet-model.ts';
import { afterRelease } from '../menu/after-release.ts';
import { GRID } from '../words/grid.ts';
import { SHEET } from '../words/sheet.ts';
import { columnOf, LINE_COLUMN } from './grid-row.ts';
import { openGridMenu } from './grid-state.ts';
import { iconElement } from './icon-element.ts';

/** What a header needs besides what the grid gives it. */
export interface HeaderContext {
  readonly model: SheetModel;
}

/** Pixels between press and release of a click. */
const MOST_CLICK_MOVES = 4;

/** A column's name, what it is for, and whether the rows are sorted by it. Sorting is the model's. */
export class ColumnHeader implements IHeaderComp {
  readonly #element = document.createElement('div');

  init(params: IHeaderParams): void {
    let pressedAt = 0;
    this.#element.addEventListener('pointerdown', ({ clientX }) => {
      pressedAt = clientX;
    });
    this.#element.addEventListener('click', ({ clientX }) => {
      // Moving a column ends with a click too.
      if (Math.abs(clientX - pressedAt) <= MOST_CLICK_MOVES)
        sortBy(modelOf(params), params.column.getColId());
    });
    this.#element.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      const { clientX, clientY } = event;
      afterRelease(event, () => openColumnMenu(params.column.getColId(), clientX, clientY));
    });
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh(params: IHeaderParams): boolean {
    this.#draw(params);
    return true;
  }

  #draw(params: IHeaderParams): void {
    const model = modelOf(params);
    const columnId = params.column.getColId();
    const column = columnOf(columnId);
    const role = column === null ? undefined : model.mapping.roles[column];
    this.#element.className = `header-cell role-${role?.kind ?? 'none'}`;
    const name = line('header-name', params.displayName);
    const direction = model.sort?.by === sortKey(columnId) ? model.sort.direction : undefined;
    if (direction) {
      // Not by aria-sort: the grid takes that away from columns that it does not sort itself.
      name.append(iconElement(direction === 'ascending' ? 'up' : 'down'), said(SHEET.sorted[direction]));
    }
    this.#element.replaceChildren(name);
    if (!role || column === null) return;
    if (model.filters.has(column)) name.append(iconElement('filter'), said(GRID.filter.isOn));
    const hint = line('header-role', SHEET.roleHint(role));
    const icon = { key: 'key', write: 'arrow', check: 'check_value', reference: undefined } as const;
    const shape = icon[role.kind];
    if (shape) hint.prepend(iconElement(shape));
    this.#element.append(hint, menuButton(columnId, params.displayName));
  }
}

/** For the mouse alone: with the keyboard the menu opens from the header itself. */
function menuButton(columnId: string, name: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'header-menu';
  button.tabIndex = -1;
  button.title = GRID.openColumnMenu;
  button.ariaLabel = GRID.columnMenu(name);
  button.ariaHasPopup = 'dialog';
  button.append(iconElement('open_menu'));
  for (const type of ['pointerdown', 'mousedown', 'touchstart'])
    button.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    const { left, bottom } = button.getBoundingClientRect();
    openColumnMenu(columnId, left, bottom);
  });
  return button;
}

function openColumnMenu(columnId: string, x: number, y: number): void {
  const column = columnOf(columnId);
  if (column !== null) openGridMenu({ kind: 'column', column, x, y });
}

/** Keys on a header. @returns whether the grid should leave the key alone */
export function onHeaderKey(event: KeyboardEvent, model: SheetModel, columnId: string): boolean {
  const { key, altKey, shiftKey, target } = event;
  if (key === 'Enter') {
    sortBy(model, columnId);
    return true;
  }
  const isForMenu = key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey);
  if (!isForMenu || !(target instanceof Element)) return false;
  event.preventDefault();
  const { left, bottom } = target.getBoundingClientRect();
  openColumnMenu(columnId, left, bottom);
  return true;
}

/** Once ascending, once descending, then the file's own order again. */
function sortBy(model: SheetModel, columnId: string): void {
  const by = sortKey(columnId);
  const current = model.sort?.by === by ? model.sort.direction : undefined;
  const next: { readonly [direction: string]: Sort | null } = {
    ascending: { by, direction: 'descending' },
    descending: null,
  };
  model.show({ sort: current === undefined ? { by, direction: 'ascending' } : (next[current] ?? null) });
}

const sortKey = (columnId: string): Sort['by'] =>
  columnOf(columnId) ?? (columnId === LINE_COLUMN ? 'line' : 'state');

const modelOf = (params: IHeaderParams): SheetModel => (params.context as HeaderContext).model;

function line(className: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = className;
  const words = document.createElement('span');
  words.textContent = text;
  made.append(words);
  return made;
}

/** For screen readers only. */
function said(text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = 'said';
  made.textContent = text;
  return made;
}
