import type { AppSettings, SettingsChange } from '../../contract/settings-schemas.ts';
import { chosenOf, workSettingsOf } from '../../core/work-settings.ts';
import type { Settings, SettingsFile } from './settings-file.ts';

/** All settings as they hold: what was chosen, and the rest as usual. */
export const appSettingsOf = ({
  work = {},
  theme = 'system',
  contrast = 'system',
  keepDays = 'for_ever',
}: Settings): AppSettings => ({ work: workSettingsOf(work), theme, contrast, keepDays });

/** Resolves when the change is on the disk; it holds at once. */
export async function changeAppSettings(file: SettingsFile, change: SettingsChange): Promise<void> {
  const { work, ...others } = change;
  const chosen = { ...file.settings.work, ...work };
  await file.change({ ...others, ...(work && { work: chosenOf(workSettingsOf(chosen)) }) });
}
