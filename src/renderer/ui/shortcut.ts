import type { Shortcut } from '../../contract/shortcut.ts';

export type Platform = 'mac' | 'other';

interface Keys {
  readonly key: string;
  /** `KeyboardEvent.code`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const platformOf = (userAgent: string): Platform =>
  /Mac OS X|Macintosh/.test(userAgent) ? 'mac' : 'other';

/** Exactly these keys: with one more it is another shortcut. */
export function isPressed(shortcut: Shortcut, event: Keys, platform: Platform): boolean {
  const { mod = false, shift = false, alt = false } = shortcut;
  const modPressed = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const otherPressed = platform === 'mac' ? event.ctrlKey : event.metaKey;
  return (
    isKey(shortcut, event) &&
    modPressed === mod &&
    event.shiftKey === shift &&
    event.altKey === alt &&
    !otherPressed
  );
}

/** With ⌥ a Mac makes another character of a key: only its place tells which it is. */
const isKey = ({ key, alt = false }: Shortcut, event: Keys): boolean =>
  event.key.toLowerCase() === key.toLowerCase() || (alt && event.code === `Key${key.toUpperCase()}`);

const NAMES_ON_MAC: { readonly [key: string]: string } = {
  Enter: '↵',
  ' ': 'Space',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: 'esc',
  Tab: '⇥',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: '⇞',
  PageDown: '⇟',
  Home: '↖',
  End: '↘',
};

const NAMES_ELSEWHERE: { readonly [key: string]: string } = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** As menus of the platform write it: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export function shortcutText(
  { key, mod = false, shift = false, alt = false }: Shortcut,
  platform: Platform,
): string {
  const capital = key.length === 1 ? key.toUpperCase() : key;
  if (platform === 'mac')
    return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${NAMES_ON_MAC[key] ?? capital}`;
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', NAMES_ELSEWHERE[key] ?? capital]
    .filter((part) => part !== '')
    .join('+');
}

/** As assistive technology reads it: the value of `aria-keyshortcuts`. */
export const ariaShortcut = (
  { key, mod = false, shift = false, alt = false }: Shortcut,
  platform: Platform,
): string =>
  [mod ? (platform === 'mac' ? 'Meta' : 'Control') : '', alt ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+');
