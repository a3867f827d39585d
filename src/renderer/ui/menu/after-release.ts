/**
 * Runs once the mouse button is up: where a menu is asked for as the button goes down, letting it go would count as
 * a click beside the menu, and close it.
 */
export function afterRelease({ buttons }: MouseEvent, run: () => void): void {
  if (buttons === 0) run();
  else document.addEventListener('pointerup', () => setTimeout(run), { once: true });
}
