import { z } from '../../core/zod.ts';
import { recentFileSchema } from '../file-schemas.ts';
import { openedSessionSchema } from '../session-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();

/** Files that the host knows by their paths, and the window by numbers. */
export const fileCommands = {
  /** Files that were imported lately, the newest first. */
  'recent.list': { input: nothing, output: z.array(recentFileSchema) },
  /** Imports one of them as it is now: a new session. */
  'recent.open': { input: z.strictObject({ id: uuid }), output: openedSessionSchema },
  /** From the list; the file is left alone. */
  'recent.remove': { input: z.strictObject({ id: uuid }), output: nothing },
  'recent.clear': { input: nothing, output: nothing },
  /** Imports a file that was offered; `null` where it was answered before, or another was offered since. */
  'file.open_offered': { input: z.strictObject({ offerId: uuid }), output: openedSessionSchema.nullable() },
  /** It can't be opened now, and is not offered again. */
  'file.decline_offered': { input: z.strictObject({ offerId: uuid }), output: nothing },
} as const satisfies CommandPart;
