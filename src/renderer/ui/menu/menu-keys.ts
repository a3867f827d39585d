import type { KeyboardEvent, ToggleEvent } from 'react';

const ITEMS = '[role^=menuitem]:not(:disabled)';

/** A menu that opens takes the keyboard to its first item. */
export function focusFirst({ newState, currentTarget }: ToggleEvent<HTMLElement>): void {
  if (newState === 'open') currentTarget.querySelector<HTMLElement>(ITEMS)?.focus();
}

/** Arrow keys go from item to item, as in every menu; Tab does not leave it open. */
export function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const menu = event.currentTarget;
  if (event.key === 'Tab') {
    event.preventDefault();
    menu.closest<HTMLElement>('[popover]')?.hidePopover();
    return;
  }
  const items = [...menu.querySelectorAll<HTMLElement>(ITEMS)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
