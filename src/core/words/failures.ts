import { assertNever } from '../assert-never.ts';
import type { DryRunFailure } from '../dry-run-failure.ts';
import { fieldLabel } from './fields.ts';
import { count, list } from './text.ts';

/** Why there is no plan, and what to do about it. */
export function dryRunFailureText(failure: DryRunFailure): string {
  switch (failure.code) {
    case 'sheet_invalid':
      return failure.messages.join('\n');
    case 'blank_question':
      return `Some rows set parts of the ${list(failure.addresses.map(fieldLabel))} and leave others blank. Say whether blank keeps the old part or clears it.`;
    case 'key_rejected':
      return 'Atlas rejected the key. Check that it is complete, was not revoked, and belongs to this address.';
    case 'redirected':
      return 'Atlas pointed to another address. The key is never sent elsewhere; correct the base URL.';
    case 'no_connection':
      return `Atlas could not be reached (${failure.detail}). Check the address and the network.`;
    case 'wrong_account':
      return `Atlas knows none of the ${count(failure.asked, 'customer')}. The key most likely belongs to another account, or is a test key for live customers.`;
    case 'server_error':
      return `Atlas failed to answer: ${failure.detail}`;
    default:
      return assertNever(failure, 'dry run failure');
  }
}
