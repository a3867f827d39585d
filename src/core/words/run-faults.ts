import { assertNever } from '../assert-never.ts';
import type { HeldBy } from '../held-by.ts';
import type { RunFault } from '../run-fault.ts';
import { number, quoted } from './text.ts';

const HARMLESS = 'Its files were left as they are, and nothing more was sent.';

/** Why a kept run can't be used, and what to do about it. */
export function runFaultText(fault: RunFault): string {
  const run = quoted(fault.runId);
  switch (fault.code) {
    case 'unknown_run':
      return `There is no run ${run}.`;
    case 'open_elsewhere':
      return `The run ${run} is open already: ${heldByText(fault.by)}. Wait until it has ended there, or close it there.`;
    case 'files_unreadable':
      return `The files of the run ${run} can’t be read (${fault.detail}).`;
    case 'plan_missing':
      return `The plan of the run ${run} is missing, so the run can’t be used. ${HARMLESS}`;
    case 'plan_changed':
      return `The plan of the run ${run} is no longer the one that was approved: its file was changed or damaged. ${HARMLESS}`;
    case 'plan_of_other_shape':
      return `The plan of the run ${run} is not as this version of Patchsheet writes it (at ${fault.where}). ${HARMLESS}`;
    case 'newer_version':
      return `The ${fault.file} of the run ${run} was written by a newer version of Patchsheet. Use that version to look at it or to go on with it.`;
    case 'journal_damaged':
      return `The journal of the run ${run} is damaged at record ${number(fault.record)} (byte ${number(fault.byte)}), so what comes after can’t be trusted. ${HARMLESS}`;
    case 'journal_of_other_shape':
      return `The journal of the run ${run} is not as this version of Patchsheet writes it (record ${number(fault.record)}, at ${fault.where}). ${HARMLESS}`;
    case 'journal_of_other_plan':
      return `The journal of the run ${run} belongs to another plan or run than the plan beside it (record ${number(fault.record)}). ${HARMLESS}`;
    default:
      return assertNever(fault, 'run fault');
  }
}

/** Why a run can't begin: only one at a time may use a key. */
export const accountHeldText = (by: HeldBy): string =>
  `Another run is on with the same key: ${heldByText(by)}. Only one may run at a time; wait until it has ended.`;

/** Times are said in UTC, so that they can be compared with what other machines and the journal say. */
function heldByText({ runId, pid, host, since }: HeldBy): string {
  const [day = '', time = ''] = since.split('T');
  return `${runId}, process ${pid} on ${host}, since ${day} ${time.slice(0, 'hh:mm'.length)} UTC`;
}
