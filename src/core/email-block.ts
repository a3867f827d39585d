import type { EmailHolder } from './email-finding.ts';

/** Why an e-mail can't be given to a row's customer. */
export type EmailBlock =
  /** A customer has it who keeps it. */
  | { readonly code: 'email_taken'; readonly holder: EmailHolder }
  /** Other rows want the same e-mail; Atlas allows it once. */
  | { readonly code: 'email_wanted_twice'; readonly lines: readonly number[] }
  /** E-mails that go round in a circle can't be written one by one; lines of the others in it. */
  | { readonly code: 'email_swap'; readonly lines: readonly number[] }
  /** It takes the e-mail of a row that is itself blocked. */
  | { readonly code: 'email_not_freed'; readonly line: number };

const CODES: ReadonlySet<string> = new Set<EmailBlock['code']>([
  'email_taken',
  'email_wanted_twice',
  'email_swap',
  'email_not_freed',
]);

export const isEmailBlock = (reason: { readonly code: string }): reason is EmailBlock =>
  CODES.has(reason.code);
