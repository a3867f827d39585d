import { type ReactElement, useEffect, useState } from 'react';
import { actions, workspace } from '../store.ts';
import { commandOf } from './commands.ts';
import { Icon } from './icon.tsx';
import { START } from './words/start.ts';

/** A file may be dropped anywhere in the window. */
export function DropTarget(): ReactElement | null {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const stopListening = new AbortController();
    const { signal } = stopListening;
    const canImport = (): boolean => commandOf('file.import').isEnabled(workspace.getState());
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = canImport() ? 'copy' : 'none';
        setIsOver(canImport());
      },
      { signal },
    );
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setIsOver(false), {
      signal,
    });
    document.addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer?.files[0];
        if (file && canImport()) void actions.importDropped(file);
      },
      { signal },
    );
    return () => stopListening.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-over" aria-hidden="true">
      <div className="drop-over-card">
        <Icon name="import" large />
        <strong>{START.dropNow}</strong>
        <span>{START.dropNowHint}</span>
      </div>
    </div>
  );
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
