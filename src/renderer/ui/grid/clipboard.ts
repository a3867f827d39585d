import { finishInSlices } from '../../model/breathe.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { isTyping } from '../use-shortcuts.ts';
import { GRID } from '../words/grid.ts';
import type { CellWork } from './cell-work.ts';
import { parseHtmlTable } from './clipboard-html.ts';
import { clipboardSteps } from './clipboard-text.ts';
import { type Copied, copiedCells } from './copied-cells.ts';
import { columnsIn, type GridRange, rowsIn } from './grid-range.ts';
import type { GridNote } from './grid-state.ts';
import type { Selection } from './selection.ts';

interface ClipboardOptions {
  readonly container: HTMLElement;
  readonly model: SheetModel;
  readonly selection: Selection;
  readonly work: CellWork;
  /** Has the event come again that a copy is put on the clipboard in. */
  readonly repeat: (action: 'cut' | 'copy') => void;
  readonly say: (note: GridNote) => void;
  readonly signal: AbortSignal;
}

/**
 * Cutting, copying and pasting the selected cells, to and from Excel. Where no text is selected the events come to
 * the page as a whole; whether the grid is meant the focus says.
 */
export function listenForClipboard(options: ClipboardOptions): void {
  const { container, model, selection, work, repeat, say, signal } = options;
  /** A copy that took longer than its event lasts, waiting for the next one about the same cells. */
  let ready: { readonly range: GridRange; readonly copied: Copied; readonly empty: () => void } | undefined;

  const isMeant = (): boolean => {
    const focused = document.activeElement;
    return container.contains(focused) && !isTyping(focused) && !hasSelectedText();
  };
  const onCopy = (event: ClipboardEvent, action: 'cut' | 'copy'): void => {
    const range = selection.current();
    const data = event.clipboardData;
    if (!isMeant() || !data || range === null) return;
    event.preventDefault();
    const put = ({ text, html }: Copied, empty: () => void): void => {
      data.setData('text/plain', text);
      data.setData('text/html', html);
      if (action === 'cut') empty();
    };
    const waiting = ready;
    ready = undefined;
    if (waiting?.range === range) {
      put(waiting.copied, waiting.empty);
      return;
    }
    const empty = work.emptying();
    let isLate = false;
    finishInSlices(copiedCells(model, selection.rows(range), selection.columns(range)), (copied) => {
      if (!isLate) {
        put(copied, empty);
        return;
      }
      ready = { range, copied, empty };
      repeat(action);
      say({ text: GRID.copied(rowsIn(range), columnsIn(range)) });
    });
    isLate = true;
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!isMeant() || !event.clipboardData) return;
    const text = event.clipboardData.getData('text/plain');
    // The text says exactly what was copied; a table is read where a page offers nothing else.
    const table = text === '' ? parseHtmlTable(event.clipboardData.getData('text/html')) : undefined;
    if (text === '' && table === undefined) return;
    event.preventDefault();
    const paste = work.pasting();
    if (table) paste(table);
    else finishInSlices(clipboardSteps(text), paste);
  };
  document.addEventListener('copy', (event) => onCopy(event, 'copy'), { signal });
  document.addEventListener('cut', (event) => onCopy(event, 'cut'), { signal });
  document.addEventListener('paste', onPaste, { signal });
}

const hasSelectedText = (): boolean => (document.getSelection()?.toString() ?? '') !== '';
