import { chosenWorkSettingsSchema, workSettingsSchema } from '../core/work-settings.ts';
import { z } from '../core/zod.ts';
import { keepDaysSchema } from './history-schemas.ts';

/** What a person may choose for the whole app. */

export const THEMES = ['system', 'light', 'dark'] as const;
export const CONTRASTS = ['system', 'more'] as const;
export const themeSchema = z.enum(THEMES);
export const contrastSchema = z.enum(CONTRASTS);
export type Theme = z.infer<typeof themeSchema>;
export type Contrast = z.infer<typeof contrastSchema>;

export const appSettingsSchema = z.strictObject({
  /** How dry runs and runs work; a run keeps those it began with. */
  work: workSettingsSchema,
  theme: themeSchema,
  contrast: contrastSchema,
  /** How long runs and dry runs are kept. */
  keepDays: keepDaysSchema,
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

/** What is to be another from now on. */
export const settingsChangeSchema = z.strictObject({
  work: z.exactOptional(chosenWorkSettingsSchema),
  theme: z.exactOptional(themeSchema),
  contrast: z.exactOptional(contrastSchema),
  keepDays: z.exactOptional(keepDaysSchema),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** What trying a key out has shown, in words. */
export const keyTestSchema = z.strictObject({
  tone: z.enum(['good', 'attention', 'bad']),
  text: z.string(),
});
export type KeyTestResult = z.infer<typeof keyTestSchema>;
