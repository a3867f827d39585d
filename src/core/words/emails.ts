import { assertNever } from '../assert-never.ts';
import type { EmailBlock } from '../email-block.ts';
import { list, quoted } from './text.ts';

/** Why an e-mail can't be given to a row's customer, and what to do about it. */
export function emailBlockText(reason: EmailBlock): string {
  switch (reason.code) {
    case 'email_taken': {
      const { name, customerId } = reason.holder;
      const who = name === '' ? customerId : `${quoted(name)} (${customerId})`;
      return `The new e-mail belongs to another customer: ${who}. Atlas allows an e-mail only once.`;
    }
    case 'email_wanted_twice':
      return `The same new e-mail is also on line ${list(reason.lines.map(String))}; Atlas allows an e-mail only once.`;
    case 'email_swap':
      return `These customers exchange their e-mails with line ${list(reason.lines.map(String))}; Atlas allows an e-mail only once, so they can’t be written one by one. Give one of them another e-mail first.`;
    case 'email_not_freed':
      return `Its new e-mail belongs to the customer on line ${reason.line}, which can’t give it up because that row is blocked or left out.`;
    default:
      return assertNever(reason, 'e-mail block');
  }
}
