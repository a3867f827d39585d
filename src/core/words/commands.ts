/**
 * What each command is called in the native menu and in the list of shortcuts. On its button it may say more: how
 * many rows it is about, for instance.
 */
export const COMMAND_LABELS = {
  'file.import': 'Import…',
  'file.options': 'Import options…',
  'file.sample': 'Open the sample',
  'file.close': 'Close sheet',
  'report.csv': 'Report of all rows (CSV)…',
  'report.html': 'Report to print (HTML)…',
  'report.failed': 'Failed rows only, to import again (CSV)…',
  'report.json': 'Everything, for machines (JSON)…',
  'report.copy': 'Copy summary',
  'report.show': 'Show the last report in its folder',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'edit.find': 'Find',
  'edit.replace': 'Find and replace',
  'edit.find_next': 'Find next',
  'edit.find_previous': 'Find previous',
  'edit.filter': 'Filter rows',
  'edit.next_error': 'Next error',
  'edit.next_warning': 'Next warning',
  'edit.next_change': 'Next change',
  'edit.previous_change': 'Previous change',
  'cells.cut': 'Cut',
  'cells.copy': 'Copy',
  'cells.paste': 'Paste',
  'cells.empty': 'Empty cells: keep what Atlas has',
  'cells.clear': 'Clear in Atlas',
  'cells.fill_down': 'Fill down',
  'cells.fill_right': 'Fill right',
  'cells.revert': 'Revert to the file',
  'row.exclude': 'Leave rows out of the sheet, or take them back in',
  'plan.leave_out': 'Leave the selected rows out of this plan',
  'plan.take_in': 'Take the selected rows back into this plan',
  'rows.add': 'Add rows at the end',
  'rows.remove': 'Remove added rows',
  'view.mapping': 'Mapping',
  'plan.make': 'Dry run',
  'plan.make_anew': 'Dry run of all rows anew',
  'plan.cancel': 'Cancel dry run',
  'plan.again_failed': 'Retry failed rows',
  'plan.again_conflicts': 'Retry conflicts',
  'plan.again_selected': 'Retry the selected rows',
  'run.apply': 'Apply…',
  'run.pause': 'Pause',
  'run.resume': 'Resume',
  'run.stop': 'Stop',
  'run.abort': 'Stop now',
  'run.take_back': 'Take this run back…',
  'view.findings': 'Findings',
  'view.inspector': 'Row details',
  'view.summary': 'Summary',
  'view.sort_state': 'Sort by status, problems first',
  'view.unsort': 'Order of the file',
  'view.usual_columns': 'Usual widths and order of columns',
  'view.history': 'History',
  'view.connections': 'Connections…',
  'view.settings': 'Settings…',
  'view.next_pane': 'Next part of the window',
  'view.previous_pane': 'Previous part of the window',
  'help.shortcuts': 'Keyboard shortcuts',
} as const;

const MAKES_A_DRY_RUN = 'Makes a new dry run of them. Nothing is written until you apply it.';
const ABOUT_THIS_PLAN = 'About this plan alone: the sheet keeps the row, and the next dry run has it again.';

/**
 * What the name alone does not say: of what holds up a run, what it does to rows that were sent already; whoever does
 * it must know before.
 */
export const COMMAND_EXPLANATIONS = {
  'edit.undo':
    'Takes back the last edit of the sheet. What a run wrote to Atlas is taken back by “Take this run back”.',
  'plan.again_failed': MAKES_A_DRY_RUN,
  'plan.again_conflicts': MAKES_A_DRY_RUN,
  'plan.again_selected': MAKES_A_DRY_RUN,
  'plan.leave_out': ABOUT_THIS_PLAN,
  'plan.take_in': ABOUT_THIS_PLAN,
  'run.pause': 'Rows already sent are finished; nothing new is sent until you resume.',
  'run.resume': 'Goes on with the rows that are left.',
  'run.stop':
    'Rows already sent are finished; the rest is not attempted. The run can’t be resumed afterwards.',
  'run.abort':
    'Doesn’t wait for the rows already sent: their requests are cut off, and what became of each is looked up before the run ends.',
  'run.take_back':
    'Makes a dry run that puts back the values from before the run. Nothing is written until you apply it.',
} as const;
