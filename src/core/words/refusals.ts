import { shortHash } from './own-files.ts';
import { count, number, quoted } from './text.ts';

/**
 * Why the host did not do what the window asked for, in the words people read. The key is the code.
 */
const REFUSALS = {
  session_unknown: () => 'This sheet is no longer there.',
  session_closed: () => 'This sheet was closed. Open it again.',
  session_damaged: (p: { fileName: string; at: number }) =>
    `The edits kept for ${quoted(p.fileName)} are damaged from number ${number(p.at)} on, so they are not used. The file itself is unharmed: import it again.`,
  session_not_saved: (p: { why: string }) => `The edit could not be saved: ${p.why}`,
  wrong_revision: () => 'Some edits are not saved yet. Try again in a moment.',
  options_after_edits: () =>
    'Cells were edited already, so the file can’t be read another way. Import it again to change how it is read.',
  rows_locked: (p: { rows: number }) =>
    `${count(p.rows, 'row')} can’t be changed now: the run is still at work on ${p.rows === 1 ? 'it' : 'them'}.`,
  file_unusable: (p: { why: string }) => p.why,
  file_gone: (p: { name: string }) => `${quoted(p.name)} can’t be opened: there is no such file.`,
  file_not_one: (p: { name: string }) => `${quoted(p.name)} can’t be opened: it is not a file.`,
  file_unreadable: (p: { name: string; why: string }) => `${quoted(p.name)} can’t be opened: ${p.why}.`,
  file_too_large: (p: { name: string; most: number }) =>
    `${quoted(p.name)} is larger than ${number(p.most)} MB.`,
  recent_unknown: () => 'This file is no longer in the list. Choose it with “Import…” instead.',
  nothing_dropped: () =>
    'This can’t be imported by dropping it here. Save it as a file first, or copy the cells and paste them.',
  connection_unknown: () => 'This connection is no longer there.',
  connection_invalid: (p: { why: string }) => p.why,
  connection_in_use: () => 'A run is on over this connection. Wait until it ended.',
  key_lost: () =>
    'The key of this connection can’t be read on this computer. Replace it with the same or another one.',
  key_replaced: () => 'The key of this connection was replaced meanwhile. Make the dry run again.',
  setting_not_kept: (p: { why: string }) =>
    `The setting holds now but could not be kept for next time: ${p.why}`,
  live_key_refused: () =>
    'This build of Patchsheet is for tests and development: it takes live keys only for this computer.',
  proxy_unsupported: (p: { what: string }) =>
    `This computer asks for a ${p.what} proxy, which Patchsheet can’t use.`,
  plan_unknown: () => 'This dry run is no longer there. Make it again.',
  nothing_to_copy: () => 'There is no such request any more, so nothing was copied.',
  too_long_to_copy: () => 'This request is too long for the clipboard. Save the report as JSON instead.',
  plan_failed: (p: { why: string }) => p.why,
  plan_spent: () => 'This plan was applied already. Make a new dry run.',
  planning: () => 'A dry run of this sheet is on already.',
  planning_on: () => 'A dry run is on. Wait until it ended, or cancel it.',
  not_planning: () => 'No dry run is on.',
  other_count: (p: { asked: number; customers: number }) =>
    `Nothing was sent: ${count(p.asked, 'customer was', 'customers were')} confirmed, and the plan would change ${number(p.customers)}. Look at it again.`,
  approval_unreadable: () =>
    'Nothing was sent: the approved plan is named by at least the first eight characters of its fingerprint, digits and letters from a to f.',
  not_approved: (p: { hash: string }) =>
    `Nothing was sent: this is the plan ${shortHash(p.hash)}, not the one that was approved. The sheet, the mapping or a customer has changed since; have this plan approved, or undo the changes and make the dry run again.`,
  reason_missing: () =>
    'Nothing was sent: a change of real customers needs a reason or a ticket, which is kept with the run.',
  run_on: () => 'A run is on. Wait until it ended.',
  run_not_started: (p: { why: string }) => `Nothing was sent: the run’s journal can’t be written (${p.why}).`,
  run_elsewhere: (p: { why: string }) => `Nothing was sent. ${p.why}`,
  run_without_sheet: () =>
    'The sheet of this run is no longer there. It can be gone on with in a terminal: npm run cli -- resume RUN.',
  run_not_resumed: (p: { why: string }) => p.why,
  run_unknown: () => 'This run is no longer there.',
  run_over: () => 'This run has ended already.',
  run_not_read: (p: { why: string }) => p.why,
  run_still_on: () => 'This run is still on. Wait until it has ended, or stop it first.',
  run_not_deleted: (p: { why: string }) => p.why,
  dry_run_gone: () => 'This dry run is no longer there.',
  dry_run_without_rows: () =>
    'The sheet of this dry run was too large for its rows to be kept. Make the dry run again to see them.',
  nothing_to_undo: () => 'This run wrote to no customer, so there is nothing to take back.',
  undo_outdated: () =>
    'The run went on since this undo was opened. Open the undo again from the history, so that it holds all of the run.',
  report_not_written: (p: { path: string; why: string }) =>
    `The report ${p.path} could not be written: ${p.why}`,
  mapping_not_kept: (p: { why: string }) =>
    `The mapping is in use but could not be kept for next time: ${p.why}`,
  no_report: () => 'No report was saved yet.',
  engine_stopped: () =>
    'The part of Patchsheet that does the work stopped and was started again. Every edit up to then is saved; try again.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export interface Refused {
  readonly code: RefusalCode;
  readonly message: string;
}
type Params<C extends RefusalCode> = Parameters<(typeof REFUSALS)[C]>;

export function refused<C extends RefusalCode>(code: C, ...params: Params<C>): Refused {
  const say = REFUSALS[code] as (...args: Params<C>) => string;
  return { code, message: say(...params) };
}
