import { fieldLabel } from '../../../core/words/fields.ts';
import { STATE_LABELS } from '../../../core/words/states.ts';
import type { Tab } from '../../model/sheet-model.ts';

/** All words of the window that core does not already have. Written for somebody who lives in Excel. */

export const APP_NAME = 'Patchsheet';

/** Of the window, and so of its entry in the task bar: `42% — addresses.csv — Patchsheet`. */
export const windowTitle = (fileName: string | undefined, progress: string | undefined): string =>
  [progress, fileName, APP_NAME].filter((part) => part !== undefined).join(' — ');

export const PAUSED_TITLE = 'Paused';

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tabLabel = (tab: Tab): string => {
  if (tab === 'all') return 'All';
  if (tab === 'errors') return 'Errors';
  if (tab === 'warnings') return 'Warnings';
  return capitalized(STATE_LABELS[tab]);
};

export const fieldTitle = (field: string): string => capitalized(fieldLabel(field));

export const NOTICE = { title: 'Message', dismiss: 'Dismiss' } as const;
