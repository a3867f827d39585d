import type { GridApi } from 'ag-grid-community';
import type { SheetModel } from '../../model/sheet-model.ts';
import { platform } from '../platform.ts';
import { isCellEditor, wasBegunByTyping } from './cell-editor.ts';
import { type Direction, isOneCell, rangeOf } from './grid-range.ts';
import type { GridRow } from './grid-row.ts';
import type { Selection } from './selection.ts';
import type { Steps } from './steps.ts';

interface EditorKeyOptions {
  readonly container: HTMLElement;
  readonly api: GridApi<GridRow>;
  readonly model: SheetModel;
  readonly selection: Selection;
  readonly steps: Steps;
  /** Puts a text into every selected cell. */
  readonly fillWith: (text: string) => void;
  readonly signal: AbortSignal;
}

const ARROWS: { readonly [key: string]: Direction } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Keys in a cell's text: what ends the edit, and where the cursor goes then. */
export function listenForEditorKeys(options: EditorKeyOptions): void {
  const { container, signal } = options;
  container.addEventListener(
    'keydown',
    (event) => {
      if (!isCellEditor(event.target) || event.isComposing || !onKey(event, event.target, options)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
}

function onKey(event: KeyboardEvent, editor: HTMLTextAreaElement, options: EditorKeyOptions): boolean {
  const { key, shiftKey, altKey } = event;
  const withCtrl = platform === 'mac' ? event.metaKey : event.ctrlKey;
  if (key === 'Escape') {
    options.api.stopEditing(true);
    return true;
  }
  if (key === 'Enter' && altKey) {
    editor.setRangeText('\n', editor.selectionStart, editor.selectionEnd, 'end');
    return true;
  }
  if (key === 'Enter' && withCtrl) {
    const { value } = editor;
    options.api.stopEditing(true);
    options.fillWith(value);
    return true;
  }
  if (key === 'Enter') return commit(shiftKey ? 'up' : 'down', options);
  if (key === 'Tab') return commit(shiftKey ? 'left' : 'right', options);
  const arrow = ARROWS[key];
  const isPlain = !withCtrl && !shiftKey && !altKey;
  return arrow !== undefined && isPlain && wasBegunByTyping(editor) && leave(arrow, options);
}

/** Takes the text over and goes on, through the range where there is one. */
function commit(direction: Direction, { api, model, selection, steps }: EditorKeyOptions): true {
  const range = selection.current();
  const row = range ? model.shown.rowAt(range.active.row) : undefined;
  api.stopEditing();
  if (range === null || row === undefined) return true;
  // A corrected row may leave the list at once: the next one stands in its place then.
  const isGone = model.shown.indexOf(row) < 0;
  if (isGone && direction === 'down' && isOneCell(range)) selection.moveTo(range.active);
  else if (!steps.step(range, direction)) selection.moveTo(range.active);
  return true;
}

function leave(direction: Direction, { api, selection, steps }: EditorKeyOptions): boolean {
  const range = selection.current();
  api.stopEditing();
  if (range) steps.step(rangeOf(range.active), direction);
  return true;
}
