import { describe, expect, it } from 'vitest';
import { ariaShortcut, isPressed, platformOf, shortcutText } from '../../src/renderer/ui/shortcut.ts';

const REDO = { key: 'z', mod: true, shift: true };
const none = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('a shortcut', () => {
  it('is Ctrl on Windows and Linux, and the command key on a Mac', () => {
    const onWindows = { ...none, key: 'Z', ctrlKey: true, shiftKey: true };
    const onMac = { ...none, key: 'Z', metaKey: true, shiftKey: true };
    expect(isPressed(REDO, onWindows, 'other')).toBe(true);
    expect(isPressed(REDO, onMac, 'mac')).toBe(true);
    expect(isPressed(REDO, onWindows, 'mac')).toBe(false);
    expect(isPressed(REDO, onMac, 'other')).toBe(false);
  });

  it('is not pressed with another key held down as well', () => {
    const undo = { key: 'z', mod: true };
    expect(isPressed(undo, { ...none, key: 'z', ctrlKey: true, shiftKey: true }, 'other')).toBe(false);
    expect(isPressed(undo, { ...none, key: 'z', ctrlKey: true, altKey: true }, 'other')).toBe(false);
    expect(isPressed({ key: 'F8' }, { ...none, key: 'F8', ctrlKey: true }, 'other')).toBe(false);
  });

  it('with ⌥ is known by the key’s place, since a Mac makes another character of it', () => {
    const onMac = { ...none, key: 'ƒ', code: 'KeyF', metaKey: true, altKey: true };
    expect(isPressed({ key: 'f', mod: true, alt: true }, onMac, 'mac')).toBe(true);
    expect(isPressed({ key: 'f', mod: true }, onMac, 'mac')).toBe(false);
  });

  it('is written as menus of the platform write it', () => {
    expect(shortcutText(REDO, 'other')).toBe('Ctrl+Shift+Z');
    expect(shortcutText(REDO, 'mac')).toBe('⇧⌘Z');
    expect(shortcutText({ key: 'Enter', mod: true }, 'mac')).toBe('⌘↵');
    expect(shortcutText({ key: 'f', mod: true, alt: true }, 'mac')).toBe('⌥⌘F');
    expect(shortcutText({ key: 'ArrowDown', mod: true }, 'other')).toBe('Ctrl+↓');
    expect(ariaShortcut(REDO, 'mac')).toBe('Meta+Shift+z');
  });

  it('knows a Mac by its user agent', () => {
    expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36')).toBe('mac');
    expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36')).toBe('other');
  });
});
