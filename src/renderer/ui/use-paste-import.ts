import { useEffect } from 'react';
import { actions, workspace } from '../store.ts';
import { isTyping } from './use-shortcuts.ts';

/** Cells copied in Excel, pasted while no sheet is open, become one. */
export function usePasteImport(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { sheet, importing, dialog } = workspace.getState();
      if (sheet !== null || importing !== null || dialog !== 'none' || isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void actions.importText(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
