import { nothing } from '../contract/commands/command-part.ts';
import { COMMANDS } from '../contract/commands.ts';
import { keepDaysSchema } from '../contract/history-schemas.ts';
import { planSummarySchema } from '../contract/plan-schemas.ts';
import { openedSessionSchema, sessionSummarySchema } from '../contract/session-schemas.ts';
import { keyTestSchema } from '../contract/settings-schemas.ts';
import { workSettingsSchema } from '../core/work-settings.ts';
import { z } from '../core/zod.ts';

/** Whom a dry run talks to. SECURITY: the only message that holds a key; it goes from main to engine and nowhere else. */
const linkSchema = z.strictObject({
  name: z.string(),
  baseUrl: z.string(),
  key: z.string(),
  route: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('direct') }),
    z.strictObject({ kind: z.literal('proxy'), url: z.string() }),
  ]),
});

/** With whatever begins to work: it keeps them. */
const work = workSettingsSchema;

/** The engine knows no connections: main adds the one it was made over. */
const plan = planSummarySchema.omit({ connection: true });

/**
 * The one list of what main may ask the engine for. Commands of the window that need nothing of Electron are
 * the engine's own and passed on as they are; both sides parse what arrives.
 */
export const METHODS = {
  'sessions.list': { input: nothing, output: z.array(sessionSummarySchema) },
  'session.import_file': {
    input: z.strictObject({ path: z.string(), name: z.exactOptional(z.string()) }),
    output: openedSessionSchema,
  },
  'session.import_text': COMMANDS['session.import_text'],
  'session.open': COMMANDS['session.open'],
  'session.operations': COMMANDS['session.operations'],
  'session.close': COMMANDS['session.close'],
  'session.discard': COMMANDS['session.discard'],
  'session.configure': COMMANDS['session.configure'],
  'session.record': COMMANDS['session.record'],
  'columns.recall': COMMANDS['columns.recall'],
  'columns.arrange': COMMANDS['columns.arrange'],
  'practice.start': { input: nothing, output: z.strictObject({ baseUrl: z.string(), key: z.string() }) },
  'practice.reset': COMMANDS['practice.reset'],
  'connection.test': { input: z.strictObject({ link: linkSchema, work }), output: keyTestSchema },
  'plan.make': {
    input: z.strictObject({
      ...COMMANDS['plan.make'].input.omit({ connectionId: true }).shape,
      link: linkSchema,
      work,
    }),
    output: plan,
  },
  'plan.current': {
    input: COMMANDS['plan.current'].input,
    output: z.strictObject({
      ...COMMANDS['plan.current'].output.shape,
      plan: plan.nullable(),
    }),
  },
  'plan.cancel': COMMANDS['plan.cancel'],
  'plan.states': COMMANDS['plan.states'],
  'plan.slice': COMMANDS['plan.slice'],
  'plan.figure_rows': COMMANDS['plan.figure_rows'],
  'plan.row': COMMANDS['plan.row'],
  /** What `plan.copy` puts on the clipboard. */
  'plan.text': { input: COMMANDS['plan.copy'].input, output: z.strictObject({ text: z.string() }) },
  'plan.leave_out': {
    input: COMMANDS['plan.leave_out'].input,
    output: z.strictObject({
      ...COMMANDS['plan.leave_out'].output.shape,
      plan,
    }),
  },
  'runs.unfinished': COMMANDS['runs.unfinished'],
  'run.go_on': {
    input: z.strictObject({
      ...COMMANDS['run.go_on'].input.omit({ connectionId: true }).shape,
      link: linkSchema,
      work,
    }),
    output: COMMANDS['run.go_on'].output,
  },
  'history.list': COMMANDS['history.list'],
  'history.rows': COMMANDS['history.rows'],
  'history.undo': COMMANDS['history.undo'],
  'history.delete': COMMANDS['history.delete'],
  'history.report_name': {
    input: COMMANDS['history.report'].input,
    output: z.strictObject({ name: z.string() }),
  },
  'history.report_write': {
    input: z.strictObject({ ...COMMANDS['history.report'].input.shape, path: z.string() }),
    output: nothing,
  },
  /** Deletes what ended longer ago; once, at the start. */
  'history.prune': {
    input: z.strictObject({ keepDays: keepDaysSchema }),
    output: z.strictObject({ deleted: z.int().min(0) }),
  },
  'run.start': {
    input: z.strictObject({ ...COMMANDS['run.start'].input.shape, work }),
    output: COMMANDS['run.start'].output,
  },
  'run.pause': COMMANDS['run.pause'],
  'run.resume': COMMANDS['run.resume'],
  'run.stop': COMMANDS['run.stop'],
  'run.abort': COMMANDS['run.abort'],
  /** What to call a report's file. */
  'report.name': { input: COMMANDS['report.save'].input, output: z.strictObject({ name: z.string() }) },
  /** The totals as text. */
  'report.summary': {
    input: COMMANDS['report.copy_summary'].input,
    output: z.strictObject({ text: z.string() }),
  },
  'report.write': {
    input: z.strictObject({ ...COMMANDS['report.save'].input.shape, path: z.string() }),
    output: nothing,
  },
} as const satisfies { readonly [name: string]: { readonly input: z.ZodType; readonly output: z.ZodType } };

export type MethodName = keyof typeof METHODS;
export const METHOD_NAMES = Object.keys(METHODS) as readonly MethodName[];
export type MethodInput<N extends MethodName> = z.output<(typeof METHODS)[N]['input']>;
export type MethodOutput<N extends MethodName> = z.output<(typeof METHODS)[N]['output']>;
export type Link = z.output<typeof linkSchema>;
