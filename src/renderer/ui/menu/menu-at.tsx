import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { focusFirst, moveInMenu } from './menu-keys.ts';

interface MenuAtProps {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Pixels that stay free to the edges of the window. */
const MARGIN = 8;

/** A menu at a point of the window. It closes as every menu does, and gives the focus back. */
export function MenuAt({ label, x, y, onClose, children }: MenuAtProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
    element.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
  }, [x, y]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      className="menu menu-at"
      aria-label={label}
      onKeyDown={moveInMenu}
      onToggle={(event) => {
        focusFirst(event);
        if (event.newState === 'closed') onClose();
      }}
    >
      {children}
    </div>
  );
}
