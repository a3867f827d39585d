/** What the window may ask for and be told, by name. Without zod, for the preload. */

export const COMMAND_NAMES = [
  'app.start',
  'settings.change',
  'session.choose_file',
  'session.import_text',
  'session.import_sample',
  'session.open',
  'session.operations',
  'session.close',
  'session.discard',
  'session.configure',
  'session.record',
  'mapping.recall',
  'mapping.remember',
  'columns.recall',
  'columns.arrange',
  'connection.add',
  'connection.rename',
  'connection.replace_key',
  'connection.test',
  'connection.remove',
  'practice.start',
  'practice.reset',
  'plan.make',
  'plan.current',
  'plan.cancel',
  'plan.states',
  'plan.slice',
  'plan.figure_rows',
  'plan.row',
  'plan.copy',
  'plan.leave_out',
  'runs.unfinished',
  'run.go_on',
  'run.start',
  'run.pause',
  'run.resume',
  'run.stop',
  'run.abort',
  'history.list',
  'history.rows',
  'history.undo',
  'history.delete',
  'history.report',
  'report.save',
  'report.copy_summary',
  'report.show',
  'window.clipboard',
  'window.text_step',
  'window.layout',
  'menu.enabled',
  'recent.list',
  'recent.open',
  'recent.remove',
  'recent.clear',
  'file.open_offered',
  'file.decline_offered',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

export const EVENT_NAMES = [
  'plan.progress',
  'run.batch',
  'menu.command',
  'engine.stopped',
  'file.offered',
  'recent.changed',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** IPC channels. A dropped file has one of its own: only the preload can turn a real file into its path. */
export const CHANNELS = {
  command: 'patchsheet:command',
  event: 'patchsheet:event',
  drop: 'patchsheet:drop',
} as const;

/** The custom scheme and host from which the window is served, its only origin. */
export const APP_SCHEME = 'patchsheet';
export const APP_ORIGIN = `${APP_SCHEME}://app`;

/** Where the window streams a session's source bytes from. */
export const sourceUrl = (sessionId: string): string => `${APP_ORIGIN}/source/${sessionId}`;
