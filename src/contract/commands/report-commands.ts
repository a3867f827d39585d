import { REPORT_KINDS } from '../../core/report-kind.ts';
import { z } from '../../core/zod.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();

/** What a person takes away of a plan and its run. */
export const reportCommands = {
  /** The system's dialog, then the file; `null` when it was cancelled. */
  'report.save': {
    input: z.strictObject({ planId: uuid, kind: z.enum(REPORT_KINDS) }),
    output: z.strictObject({ path: z.string() }).nullable(),
  },
  /** The totals as text, on the clipboard. */
  'report.copy_summary': { input: z.strictObject({ planId: uuid }), output: nothing },
  /** Shows the report saved last in its folder. */
  'report.show': { input: nothing, output: nothing },
} as const satisfies CommandPart;
