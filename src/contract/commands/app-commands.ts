import { z } from '../../core/zod.ts';
import { fileOfferSchema, pageLayoutSchema } from '../file-schemas.ts';
import { connectionSchema } from '../plan-schemas.ts';
import { sessionSummarySchema } from '../session-schemas.ts';
import { appSettingsSchema, settingsChangeSchema } from '../settings-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();

/** The app as a whole: how it starts, and what is chosen for it. */
export const appCommands = {
  /** The first thing a window asks. */
  'app.start': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      /** Electron's version; a stand-in is past its end of life and refuses live keys for other machines. */
      electron: z.string(),
      isStandIn: z.boolean(),
      /** What the system is set up for, as BCP 47: how times of day are written. */
      locale: z.string(),
      /** Sessions that were not closed: a crash, a power cut, or simply yesterday. */
      sessions: z.array(sessionSummarySchema),
      connections: z.array(connectionSchema),
      /** Whether keys can be kept, or only for this session. */
      keysAreKept: z.boolean(),
      settings: appSettingsSchema,
      /** The window should open the practice server with the sample sheet at once. */
      startsWithSample: z.boolean(),
      /** What the window had open, where it is one that loads again. */
      openSession: uuid.nullable(),
      /** A file that the app was started to open. */
      offered: fileOfferSchema.nullable(),
      /** As it was left; missing at the first start. */
      layout: z.exactOptional(pageLayoutSchema),
    }),
  },
  /** Answers with all settings as they are then. */
  'settings.change': { input: settingsChangeSchema, output: appSettingsSchema },
} as const satisfies CommandPart;
