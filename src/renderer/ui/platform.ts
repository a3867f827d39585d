import { platformOf } from './shortcut.ts';

export const platform = platformOf(navigator.userAgent);
