import { useEffect } from 'react';
import { actions, workspace } from '../store.ts';
import { pastedTable } from './pasted-table.ts';
import { isTyping } from './use-shortcuts.ts';
import { IMPORT } from './words/import.ts';

/** Cells copied in Excel, pasted while no sheet is open, become one. */
export function usePasteImport(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { sheet, importing, dialog } = workspace.getState();
      if (sheet !== null || importing !== null || dialog !== 'none' || isTyping(event.target)) return;
      const { clipboardData } = event;
      const text = clipboardData?.getData('text/plain') ?? '';
      if (text.trim() !== '') {
        event.preventDefault();
        const pasted = pastedTable(text);
        void actions.importText(pasted.text, pasted.options);
      } else if (clipboardData && clipboardData.types.length > 0) {
        event.preventDefault();
        actions.tell(IMPORT.noPlainText);
      }
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
