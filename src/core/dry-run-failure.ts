import type { AddressName } from './fields.ts';

/** Why there is no plan. Nothing was written; nothing could have been. */
export type DryRunFailure =
  | { readonly code: 'sheet_invalid'; readonly messages: readonly string[] }
  | { readonly code: 'blank_question'; readonly addresses: readonly AddressName[] }
  | { readonly code: 'key_rejected' }
  | { readonly code: 'redirected' }
  | { readonly code: 'no_connection'; readonly detail: string }
  | { readonly code: 'wrong_account'; readonly asked: number }
  | { readonly code: 'server_error'; readonly detail: string };
