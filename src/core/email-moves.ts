import type { RowId } from './diagnostic.ts';
import type { EmailFindings } from './email-finding.ts';
import type { PlannedRow, PlannedUpdate } from './plan.ts';

/** The e-mails that a plan's rows give up and take. Source: Atlas allows each once, in exactly its spelling. */
export interface EmailMoves {
  /** Rows by the e-mail that they give up. */
  readonly freedBy: ReadonlyMap<string, PlannedUpdate>;
  /** Rows by the e-mail that they take. */
  readonly takersOf: ReadonlyMap<string, readonly PlannedUpdate[]>;
  /** The e-mail that a row takes. */
  readonly takenBy: ReadonlyMap<RowId, string>;
}

/** Only updates move e-mails; what else is planned stays out of it. */
export function emailMoves(rows: readonly PlannedRow[]): EmailMoves {
  const freedBy = new Map<string, PlannedUpdate>();
  const takersOf = new Map<string, PlannedUpdate[]>();
  const takenBy = new Map<RowId, string>();
  for (const row of rows) {
    if (row.action !== 'update') continue;
    const change = row.changes.find(({ field }) => field === 'email');
    if (!change) continue;
    if (typeof change.before === 'string' && change.before !== '') freedBy.set(change.before, row);
    if (typeof change.after !== 'string') continue;
    takenBy.set(row.row, change.after);
    const takers = takersOf.get(change.after);
    if (takers) takers.push(row);
    else takersOf.set(change.after, [row]);
  }
  return { freedBy, takersOf, takenBy };
}

/**
 * E-mails of which it has to be asked whether somebody has them: those that one row takes, that no row of the
 * plan gives up, and of which nothing is known yet.
 */
export function emailsToAskFor(rows: readonly PlannedRow[], known: EmailFindings): readonly string[] {
  const { freedBy, takersOf } = emailMoves(rows);
  return [...takersOf].flatMap(([email, takers]) =>
    takers.length === 1 && !freedBy.has(email) && !known.has(email) ? [email] : [],
  );
}
