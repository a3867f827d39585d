/** A combination of keys. `mod` is Ctrl, on a Mac the command key. */
export interface Shortcut {
  /** `KeyboardEvent.key`, lower case for letters. */
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
}

export type Platform = 'mac' | 'other';

interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const platformOf = (userAgent: string): Platform =>
  /Mac OS X|Macintosh/.test(userAgent) ? 'mac' : 'other';

export function isPressed(
  { key, mod = false, shift = false }: Shortcut,
  event: Keys,
  platform: Platform,
): boolean {
  const modPressed = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const otherPressed = platform === 'mac' ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    modPressed === mod &&
    event.shiftKey === shift &&
    !otherPressed &&
    !event.altKey
  );
}

const KEY_NAMES: { readonly [key: string]: string } = { Enter: '↵', ' ': 'Space' };

/** As menus of the platform write it: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export function shortcutText({ key, mod = false, shift = false }: Shortcut, platform: Platform): string {
  const name =
    platform === 'mac' ? (KEY_NAMES[key] ?? key.toUpperCase()) : key.length === 1 ? key.toUpperCase() : key;
  if (platform === 'mac') return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod ? 'Ctrl' : '', shift ? 'Shift' : '', name].filter((part) => part !== '').join('+');
}

/** As assistive technology reads it: the value of `aria-keyshortcuts`. */
export const ariaShortcut = ({ key, mod = false, shift = false }: Shortcut, platform: Platform): string =>
  [mod ? (platform === 'mac' ? 'Meta' : 'Control') : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+');
