import { nativeTheme } from 'electron';
import type { Theme } from '../contract/settings-schemas.ts';

/** Menus, dialogs, the window's frame and the page follow; the page by `prefers-color-scheme`. */
export function showTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}
