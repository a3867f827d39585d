import type { AppSettings, SettingsChange } from '../../contract/settings-schemas.ts';
import { USUAL_WORK_SETTINGS } from '../../core/work-settings.ts';
import type { Desk } from './desk.ts';

/** Until the host has said what was chosen. */
export const USUAL_SETTINGS: AppSettings = {
  work: USUAL_WORK_SETTINGS,
  theme: 'system',
  contrast: 'system',
  keepDays: 'for_ever',
};

/** What a person chose for the whole app: shown at once, and then as the host has it. */
export class ChosenSettings {
  readonly #desk: Desk;
  #asked = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async change({ work, ...others }: SettingsChange): Promise<void> {
    const asked = ++this.#asked;
    const { settings } = this.#desk.state;
    const shown = { ...settings, ...others, work: { ...settings.work, ...work } as AppSettings['work'] };
    this.#desk.set({ settings: shown });
    const change = { ...others, ...(work && { work }) };
    const held = await this.#desk.value(this.#desk.host.command('settings.change', change), 'app');
    // An answer to less than what was chosen since would show it undone for a moment.
    if (held && asked === this.#asked) this.#desk.set({ settings: held });
  }
}
