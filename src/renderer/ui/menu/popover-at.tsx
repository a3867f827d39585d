import { type KeyboardEvent, type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { focusFirst } from './menu-keys.ts';

interface PopoverAtProps {
  readonly role: 'menu' | 'dialog';
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** Pixels that stay free to the edges of the window. */
const MARGIN = 8;

/** A card at a point of the window. Escape or a click elsewhere closes it, and the focus goes back. */
export function PopoverAt({ role, label, x, y, onClose, onKeyDown, children }: PopoverAtProps): ReactElement {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    element.showPopover();
    const place = (): void => {
      const { width, height } = element.getBoundingClientRect();
      element.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
      element.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
    };
    place();
    // What is in it may come later and make it larger.
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => observer.disconnect();
  }, [x, y]);
  return (
    <div
      ref={card}
      popover="auto"
      role={role}
      className="menu menu-at"
      aria-label={label}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        focusFirst(event);
        if (event.newState === 'closed') onClose();
      }}
    >
      {children}
    </div>
  );
}
