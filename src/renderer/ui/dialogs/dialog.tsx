import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../icon-button.tsx';
import { CONNECTION } from '../words/connection.ts';
import { DialogNotice } from './dialog-notice.tsx';

interface DialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly kind: 'card' | 'side' | 'wide' | 'room';
  readonly isLive?: boolean;
  /** Where the keyboard starts: with the dialog as a whole, or with the element marked `data-initial-focus`. */
  readonly focus?: 'dialog' | 'marked';
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

const INITIAL_FOCUS = '[data-initial-focus]';

/** A native modal dialog: the rest of the window is out of reach, Escape closes it, the focus goes back. */
export function Dialog({
  title,
  lead,
  kind,
  isLive = false,
  focus = 'dialog',
  onClose,
  children,
  footer,
}: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the element is taken out of the page: only then does the focus go back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>(INITIAL_FOCUS)?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${kind}${isLive ? ' is-live' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-frame" tabIndex={-1} data-initial-focus={focus === 'dialog' ? true : undefined}>
        <header className="dialog-head">
          <div>
            <h2 id={titleId}>{title}</h2>
            {lead !== undefined && <p className="quiet">{lead}</p>}
          </div>
          <IconButton icon="close" label={CONNECTION.close} onClick={onClose} />
        </header>
        <div className="dialog-body">{children}</div>
        <DialogNotice />
        <footer className="dialog-foot">{footer}</footer>
      </div>
    </dialog>
  );
}
