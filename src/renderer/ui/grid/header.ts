import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { SheetModel, Sort } from '../../model/workspace-model.ts';
import { SHEET } from '../words/sheet.ts';
import { columnOf, LINE_COLUMN } from './grid-row.ts';
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
    if (!role) return;
    const hint = line('header-role', SHEET.roleHint(role));
    const icon = { key: 'key', write: 'arrow', check: 'check_value', reference: undefined } as const;
    const shape = icon[role.kind];
    if (shape) hint.prepend(iconElement(shape));
    this.#element.append(hint);
  }
}

/** Once ascending, once descending, then the file's own order again. */
export function sortBy(model: SheetModel, columnId: string): void {
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
