import { REPORT_KINDS } from '../core/report-kind.ts';
import { LIMITS } from '../core/sheet.ts';
import { z } from '../core/zod.ts';
import { EVENTS } from './events.ts';
import { fileOfferSchema, pageLayoutSchema, recentFileSchema } from './file-schemas.ts';
import { historyEntrySchema, historyRowSchema, keptSchema, MOST_HISTORY_ROWS } from './history-schemas.ts';
import type { CommandName } from './names.ts';
import {
  connectionSchema,
  plannedSliceSchema,
  planRowSchema,
  planSummarySchema,
  stateSchema,
} from './plan-schemas.ts';
import { appSettingsSchema, keyTestSchema, settingsChangeSchema } from './settings-schemas.ts';
import {
  columnArrangementSchema,
  headerNamesSchema,
  importOptionsSchema,
  lastArrangementSchema,
  lastTimeSchema,
  mappingSchema,
  operationSchema,
  rememberedMappingSchema,
} from './sheet-schemas.ts';
import { WINDOW_COMMAND_IDS } from './window-commands.ts';

const uuid = z.uuid();
const nothing = z.strictObject({});
const row = z.int().min(0);
const connectionName = z.string().trim().min(1).max(100);
const key = z.string().max(500);

/** What the window needs to show a session; the table itself it reads as a stream and works out like the host. */
export const openedSessionSchema = z.strictObject({
  sessionId: uuid,
  fileName: z.string(),
  bytes: z.int().min(0),
  options: importOptionsSchema,
  /** Missing until one was chosen: the window proposes. */
  mapping: z.exactOptional(mappingSchema),
  /** Operations done so far; they are fetched in pieces. */
  revision: z.int().min(0),
  /** The run that it takes back, where it is the sheet of an undo. */
  undoes: z.exactOptional(z.string()),
});
export type OpenedSession = z.infer<typeof openedSessionSchema>;

export const sessionSummarySchema = z.strictObject({
  sessionId: uuid,
  fileName: z.string(),
  /** ISO 8601. */
  savedAt: z.string(),
  /** Steps recorded, those that take others back included. */
  operations: z.int().min(0),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const unfinishedRunSchema = z.strictObject({
  runId: z.string(),
  sessionId: uuid,
  fileName: z.string(),
  /** ISO 8601. */
  startedAt: z.string().nullable(),
  connection: connectionSchema.pick({ name: true, baseUrl: true, mode: true, keyLastFour: true }),
  total: z.int().min(0),
  /** Rows without an outcome, and those of them that may have been written. */
  left: z.int().min(1),
  inDoubt: z.int().min(0),
});
export type UnfinishedRunView = z.infer<typeof unfinishedRunSchema>;

/** A sentence or two; it stands in every report. */
export const MOST_REASON_CHARACTERS = 500;

/** A bit above every state's number. */
export const WARNED_ROW = 0x80;

/** Instead of a state's number: the plan has no such row, for instance because it had been removed. */
export const NOT_PLANNED = 0x7f;

/** The request of a row as text or as a command for a terminal, or the id that Atlas gave an attempt at it. */
const copiedSchema = z.union([z.enum(['request', 'curl']), z.strictObject({ requestIdOf: z.int().min(1) })]);

/** A number so large that nobody holds a slice of it in a window. */
const MOST_ROWS_AT_ONCE = 5_000;

/**
 * The one list of what the window may ask the host for, with what goes in and comes out. Everything is parsed
 * on arrival; a command added in `names.ts` and forgotten here does not compile.
 */
export const COMMANDS = {
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
  /** The system's dialog; `null` when it was cancelled. */
  'session.choose_file': { input: nothing, output: openedSessionSchema.nullable() },
  'session.import_text': {
    input: z.strictObject({
      name: z.string().min(1).max(200),
      text: z
        .string()
        .min(1)
        .max(400 * 1024 * 1024),
      /** What is known of how it is written. */
      options: z.exactOptional(importOptionsSchema),
    }),
    output: openedSessionSchema,
  },
  'session.import_sample': { input: nothing, output: openedSessionSchema },
  'session.open': { input: z.strictObject({ sessionId: uuid }), output: openedSessionSchema },
  /** Operations of a session from one on, as many as a window takes in without standing still, but one at least. */
  'session.operations': {
    input: z.strictObject({ sessionId: uuid, from: z.int().min(0) }),
    output: z.array(operationSchema),
  },
  /** Kept on the disk and offered again. */
  'session.close': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  /** Deleted from the disk. */
  'session.discard': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  'session.configure': {
    input: z.strictObject({
      sessionId: uuid,
      options: z.exactOptional(importOptionsSchema),
      mapping: z.exactOptional(mappingSchema),
    }),
    output: nothing,
  },
  /** Answers when the operation is on the disk. Operations are numbered: none is lost or done twice. */
  'session.record': {
    input: z.strictObject({ sessionId: uuid, revision: z.int().min(1), operation: operationSchema }),
    output: z.strictObject({ savedAt: z.string() }),
  },
  /** What was confirmed last time for a sheet with these headers, in whatever order; `null` where there is none. */
  'mapping.recall': {
    input: z.strictObject({ headers: headerNamesSchema }),
    output: lastTimeSchema.nullable(),
  },
  /** Keeps what a person confirmed: headers and roles, no customer's data. */
  'mapping.remember': {
    input: z.strictObject({ mapping: rememberedMappingSchema }),
    output: nothing,
  },
  /** How the columns of a session were left; of one that nobody saw yet, those of the last with the same headers. */
  'columns.recall': {
    input: z.strictObject({ sessionId: uuid, headers: headerNamesSchema }),
    output: lastArrangementSchema,
  },
  /** Keeps how they are left now; where somebody chose it, for the next sheet with the same headers too. */
  'columns.arrange': {
    input: z.strictObject({
      sessionId: uuid,
      headers: headerNamesSchema,
      arrangement: columnArrangementSchema,
      isChosen: z.boolean(),
    }),
    output: nothing,
  },
  'connection.add': {
    input: z.strictObject({
      name: connectionName,
      baseUrl: z.string().max(2_000),
      key,
    }),
    output: connectionSchema,
  },
  'connection.rename': {
    input: z.strictObject({ connectionId: uuid, name: connectionName }),
    output: connectionSchema,
  },
  /** The address stays; the mode is the new key's. Plans made with the old key can't be applied any more. */
  'connection.replace_key': { input: z.strictObject({ connectionId: uuid, key }), output: connectionSchema },
  /** What its key may do. Writes nothing. */
  'connection.test': { input: z.strictObject({ connectionId: uuid }), output: keyTestSchema },
  'connection.remove': { input: z.strictObject({ connectionId: uuid }), output: nothing },
  /** Starts the practice server, or finds it running. */
  'practice.start': { input: nothing, output: connectionSchema },
  /** All invented customers as in the beginning; plans made of them are gone. */
  'practice.reset': { input: nothing, output: nothing },
  /** Answers with all settings as they are then. */
  'settings.change': { input: settingsChangeSchema, output: appSettingsSchema },
  /** The dry run of a session as it is at a revision; progress comes as events. */
  'plan.make': {
    input: z.strictObject({
      sessionId: uuid,
      revision: z.int().min(0),
      connectionId: uuid,
      /** Only these rows, after an earlier plan: what that one and its run say of the others stays. */
      again: z.exactOptional(z.strictObject({ planId: uuid, rows: z.array(row).min(1).max(LIMITS.rows) })),
      /** What the dry run before has read is not read again, where it was a short while ago and the row was not edited. */
      keepsRead: z.exactOptional(z.boolean()),
    }),
    output: planSummarySchema,
  },
  /** What a window that loads again has missed: the newest plan, its run, and whether a dry run is on. */
  'plan.current': {
    input: z.strictObject({ sessionId: uuid }),
    output: z.strictObject({
      isPlanning: z.boolean(),
      plan: planSummarySchema.nullable(),
      /** The run of that plan, as its newest message would tell it. */
      run: EVENTS['run.batch'].nullable(),
    }),
  },
  /** Keeps what was read; the rest is unread. */
  'plan.cancel': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  /**
   * By row, its state as its number in `ALL_STATES`, and `WARNED_ROW` on top where the dry run warns of it; or
   * `NOT_PLANNED`.
   */
  'plan.states': { input: z.strictObject({ planId: uuid }), output: z.instanceof(Uint8Array) },
  /** What rows are shown with: their changes and what is said about them. */
  'plan.slice': {
    input: z.strictObject({ planId: uuid, rows: z.array(row).max(MOST_ROWS_AT_ONCE) }),
    output: plannedSliceSchema,
  },
  /** The rows that a figure of the plan counts, in its order, without those edited since. */
  'plan.figure_rows': {
    input: z.strictObject({ planId: uuid, figure: z.string() }),
    output: z.instanceof(Uint32Array),
  },
  /** Everything about one row, for the inspector. */
  'plan.row': { input: z.strictObject({ planId: uuid, row }), output: planRowSchema },
  /** Text about one row, on the clipboard. SECURITY: the host makes it; a window names only what it wants. */
  'plan.copy': {
    input: z.strictObject({ planId: uuid, row, what: copiedSchema }),
    output: nothing,
  },
  /** Leaves rows out of the plan, or takes them back in: another plan. What is not an update is passed over. */
  'plan.leave_out': {
    input: z.strictObject({ planId: uuid, rows: z.array(row).min(1).max(LIMITS.rows), isOut: z.boolean() }),
    output: z.strictObject({ plan: planSummarySchema, states: z.instanceof(Uint8Array) }),
  },
  /** Runs that were interrupted, whose sheet is still there. */
  'runs.unfinished': { input: nothing, output: z.array(unfinishedRunSchema) },
  /** Goes on with one of them: the same plan, over a connection to the same account. */
  'run.go_on': {
    input: z.strictObject({ runId: z.string(), connectionId: uuid }),
    output: z.strictObject({ sessionId: uuid, planId: uuid }),
  },
  /** Applies a plan. The number of customers stands for what the person confirmed. */
  'run.start': {
    input: z.strictObject({
      planId: uuid,
      customers: z.int().min(1),
      /** Of the plan that was approved, or its beginning; another plan is refused. */
      approvedHash: z.exactOptional(z.string().max(200)),
      /** A ticket, or why it is done; LIVE asks for one. */
      reason: z.exactOptional(z.string().trim().min(1).max(MOST_REASON_CHARACTERS)),
    }),
    output: z.strictObject({ runId: z.string() }),
  },
  'run.pause': { input: z.strictObject({ runId: z.string() }), output: nothing },
  'run.resume': { input: z.strictObject({ runId: z.string() }), output: nothing },
  /** Finishes what is in flight. */
  'run.stop': { input: z.strictObject({ runId: z.string() }), output: nothing },
  /** Cuts off what is in flight and reads what became of it. */
  'run.abort': { input: z.strictObject({ runId: z.string() }), output: nothing },
  /** Kept runs and dry runs that hold every word of the search, the newest first. */
  'history.list': {
    input: z.strictObject({ search: z.string().max(200) }),
    output: z.strictObject({
      entries: z.array(historyEntrySchema),
      /** How many there are, beyond those that are listed. */
      total: row,
    }),
  },
  /** Rows of one of them as they were, in the order of the sheet, from the so-manieth that fits. */
  'history.rows': {
    input: z.strictObject({
      ...keptSchema.shape,
      from: row,
      most: z.int().min(1).max(MOST_HISTORY_ROWS),
      search: z.string().max(200),
      state: z.exactOptional(stateSchema),
    }),
    output: z.strictObject({
      rows: z.array(historyRowSchema),
      total: row,
    }),
  },
  /** Opens the sheet of a run's undo; its dry run is asked for like any other. */
  'history.undo': { input: z.strictObject({ runId: z.string() }), output: openedSessionSchema },
  /** Deletes all that is kept of it. Answers with the sessions that went with it. */
  'history.delete': { input: keptSchema, output: z.strictObject({ sessionIds: z.array(uuid) }) },
  /** The system's dialog, then the file; `null` when it was cancelled. */
  'history.report': {
    input: z.strictObject({ ...keptSchema.shape, report: z.enum(REPORT_KINDS) }),
    output: z.strictObject({ path: z.string() }).nullable(),
  },
  /** The system's dialog, then the file; `null` when it was cancelled. */
  'report.save': {
    input: z.strictObject({ planId: uuid, kind: z.enum(REPORT_KINDS) }),
    output: z.strictObject({ path: z.string() }).nullable(),
  },
  /** The totals as text, on the clipboard. */
  'report.copy_summary': { input: z.strictObject({ planId: uuid }), output: nothing },
  /** Shows the report saved last in its folder. */
  'report.show': { input: nothing, output: nothing },
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
} as const satisfies {
  readonly [name in CommandName]: { readonly input: z.ZodType; readonly output: z.ZodType };
};

export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<(typeof COMMANDS)[N]['output']>;

/** A command that could not be done, in words for a person. Anything else that goes wrong is a defect and throws. */
export const commandErrorSchema = z.strictObject({ code: z.string(), message: z.string() });
export type CommandError = z.infer<typeof commandErrorSchema>;

export type CommandResult<N extends CommandName> =
  | { readonly ok: true; readonly value: CommandOutput<N> }
  | { readonly ok: false; readonly error: CommandError };

export const commandResultSchema = (name: CommandName) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: COMMANDS[name].output }),
    z.strictObject({ ok: z.literal(false), error: commandErrorSchema }),
  ]);
