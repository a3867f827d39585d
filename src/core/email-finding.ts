import type { NotCheckedReason } from './plan.ts';

/** Who has an e-mail, for a person to recognise. */
export interface EmailHolder {
  readonly customerId: string;
  readonly name: string;
}

/** What was found out about an e-mail that a row would set. */
export type EmailFinding =
  /** Nobody has it, in exactly this spelling. */
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly holder: EmailHolder }
  | { readonly kind: 'not_checked'; readonly why: NotCheckedReason };

export type EmailFindings = ReadonlyMap<string, EmailFinding>;
