import type { Shortcut } from '../contract/shortcut.ts';

/** Electron’s names of keys, where they are not the browser’s. */
const NAMES: { readonly [key: string]: string } = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** A shortcut as Electron’s menus take it: `CmdOrCtrl+Shift+Z`. */
export const acceleratorOf = ({ key, mod = false, shift = false, alt = false }: Shortcut): string =>
  [
    mod ? 'CmdOrCtrl' : '',
    alt ? 'Alt' : '',
    shift ? 'Shift' : '',
    NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
    .filter((part) => part !== '')
    .join('+');
