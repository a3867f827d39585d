import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { GRID } from '../words/grid.ts';

const EDITOR_CLASS = 'cell-editor';
/** Pixels: as high as the editor gets. */
const ROOM_TO_GROW = 208;

/**
 * A cell's text being edited, line breaks and all; it grows over its neighbours as its text does. Whether it was
 * begun by typing decides, as in Excel, whether arrow keys leave the cell or move in its text.
 */
export class CellEditor implements ICellEditorComp {
  readonly #box = document.createElement('textarea');
  #before = '';
  #shownBefore = '';

  init({ value, eventKey, column }: ICellEditorParams): void {
    const isTyped = eventKey !== null && /^.$/su.test(eventKey);
    this.#before = typeof value === 'string' ? value : '';
    this.#box.className = EDITOR_CLASS;
    this.#box.rows = 1;
    this.#box.spellcheck = false;
    this.#box.dataset['begunBy'] = isTyped || eventKey === COMPOSING ? 'typing' : 'key';
    this.#box.ariaLabel = GRID.editing(column.getColDef().headerName ?? '');
    this.#box.value = this.#before;
    // A text area has no carriage returns.
    this.#shownBefore = this.#box.value;
    if (isTyped) this.#box.value = eventKey;
    else if (eventKey === COMPOSING) this.#box.value = '';
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  afterGuiAttached(): void {
    this.#box.focus({ preventScroll: true });
    const { length } = this.#box.value;
    this.#box.setSelectionRange(length, length);
    const edge = this.#box.closest('.ag-grid-viewport')?.getBoundingClientRect().bottom;
    const room = (edge ?? 0) - this.#box.getBoundingClientRect().bottom;
    this.#box.classList.toggle('grows-up', room < ROOM_TO_GROW);
  }

  getValue(): string {
    const { value } = this.#box;
    if (value === this.#shownBefore) return this.#before;
    return this.#before.includes('\r\n') ? value.replaceAll('\n', '\r\n') : value;
  }
}

/** What an edit is begun with where the key alone is no text yet: an accent, or a word being composed. */
export const COMPOSING = 'Process';

export const isCellEditor = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.classList.contains(EDITOR_CLASS);

export const wasBegunByTyping = (editor: HTMLTextAreaElement): boolean =>
  editor.dataset['begunBy'] === 'typing';
