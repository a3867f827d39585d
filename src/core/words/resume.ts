import { assertNever } from '../assert-never.ts';
import type { ConnectionInfo } from '../plan.ts';
import type { ResumeRefusal } from '../resume.ts';
import { quoted } from './text.ts';

/** Why a run can't be gone on with, and what to do instead. */
export function resumeRefusalText(refusal: ResumeRefusal): string {
  switch (refusal.code) {
    case 'completed':
      return 'This run is complete: every row has ended.';
    case 'ended_by_person':
      return 'This run was stopped by a person. Make a new dry run for the rows that were not attempted.';
    case 'other_plan':
      return 'The plan of this run is not the one it was started with, so nothing is sent.';
    case 'other_address':
      return `This run was started against ${refusal.planned}, and the connection is ${refusal.given}. Choose the same one.`;
    case 'other_mode':
      return 'This run was started with a key of the other mode (TEST or LIVE). Choose the same one.';
    case 'other_account':
      return 'The key is another one, and its account does not know the customers of this run as they were. It most likely belongs to another account, so nothing is sent.';
    case 'not_provable':
      return 'The key is another one, and this run holds nothing by which its account could be recognised. Use the key it was started with.';
    case 'could_not_prove':
      return `Whether the key belongs to the same account could not be found out: ${refusal.detail}`;
    default:
      return assertNever(refusal, 'resume refusal');
  }
}

/** What is missing before a run can be gone on with. */
export const connectionNeededText = ({
  name,
  baseUrl,
  mode,
}: Pick<ConnectionInfo, 'name' | 'baseUrl' | 'mode'>): string =>
  `Add a connection with a ${mode} key for ${baseUrl} first, as ${quoted(name)} was. Then go on with the run.`;

/** What is missing before a run can be taken back. */
export const connectionForUndoText = ({
  name,
  baseUrl,
  mode,
}: Pick<ConnectionInfo, 'name' | 'baseUrl' | 'mode'>): string =>
  `Add a connection with a ${mode} key for ${baseUrl}, as ${quoted(name)} was. Then make the dry run of the undo.`;

export const NOTHING_LEFT =
  'This run can’t be resumed any more: nothing of it is left, or its sheet is gone.';
