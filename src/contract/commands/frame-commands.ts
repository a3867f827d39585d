import { z } from '../../core/zod.ts';
import { pageLayoutSchema } from '../file-schemas.ts';
import { WINDOW_COMMAND_IDS } from '../window-commands.ts';
import { type CommandPart, nothing } from './command-part.ts';

/** The frame around the page: its menu, its clipboard, its layout. */
export const frameCommands = {
  /** The same as its keys: the page is sent the clipboard's event, and reads or writes nothing without one. */
  'window.clipboard': {
    input: z.strictObject({ action: z.enum(['cut', 'copy', 'paste']) }),
    output: nothing,
  },
  /** In the text field that has the focus, as its own keys do. */
  'window.text_step': { input: z.strictObject({ step: z.enum(['undo', 'redo']) }), output: nothing },
  /** How the page is laid out, to be the same at the next start. */
  'window.layout': { input: pageLayoutSchema, output: nothing },
  /** What can be done now; the native menu greys out the rest. */
  'menu.enabled': {
    input: z.strictObject({ commands: z.array(z.enum(WINDOW_COMMAND_IDS)).max(WINDOW_COMMAND_IDS.length) }),
    output: nothing,
  },
} as const satisfies CommandPart;
