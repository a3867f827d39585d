import type { AppSettings, SettingsChange } from '../contract/settings-schemas.ts';
import { err, ok } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { CommandHandlersOf } from './dispatcher.ts';

/** What a person chose for the whole app. */
export interface SettingsPort {
  get(): AppSettings;
  /** It holds at once; resolves when it is on the disk. */
  change(change: SettingsChange): Promise<void>;
}

export const settingsHandlers = (settings: SettingsPort): CommandHandlersOf<'settings'> => ({
  'settings.change': async (change) => {
    try {
      await settings.change(change);
      return ok(settings.get());
    } catch (error) {
      return err(refused('setting_not_kept', { why: (error as Error).message }));
    }
  },
});
