import { isTyping } from '../use-shortcuts.ts';
import type { CellWork } from './cell-work.ts';
import { clipboardHtml, parseHtmlTable } from './clipboard-html.ts';
import { type Block, clipboardText, parseClipboard } from './clipboard-text.ts';

/**
 * Cutting, copying and pasting the selected cells, to and from Excel. Where no text is selected the events come to
 * the page as a whole; whether the grid is meant the focus says.
 */
export function listenForClipboard(container: HTMLElement, work: CellWork, signal: AbortSignal): void {
  const isMeant = (): boolean => {
    const focused = document.activeElement;
    return container.contains(focused) && !isTyping(focused) && !hasSelectedText();
  };
  const copy = (event: ClipboardEvent): boolean => {
    const block = isMeant() ? work.block() : undefined;
    if (block === undefined || !event.clipboardData) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipboardText(block));
    event.clipboardData.setData('text/html', clipboardHtml(block));
    return true;
  };
  const cut = (event: ClipboardEvent): void => {
    if (copy(event)) work.empty();
  };
  const paste = (event: ClipboardEvent): void => {
    const block = isMeant() && event.clipboardData ? blockOf(event.clipboardData) : undefined;
    if (block === undefined) return;
    event.preventDefault();
    work.paste(block);
  };
  document.addEventListener('copy', copy, { signal });
  document.addEventListener('cut', cut, { signal });
  document.addEventListener('paste', paste, { signal });
}

/** The text says exactly what was copied; a table is read where a page offers nothing else. */
function blockOf(data: DataTransfer): Block | undefined {
  const text = data.getData('text/plain');
  return text === '' ? parseHtmlTable(data.getData('text/html')) : parseClipboard(text);
}

const hasSelectedText = (): boolean => (document.getSelection()?.toString() ?? '') !== '';
