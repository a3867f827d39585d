import type { BlockReason } from './block-reason.ts';
import type { RowId } from './diagnostic.ts';
import type { EmailFinding, EmailFindings } from './email-finding.ts';
import { type EmailMoves, emailMoves } from './email-moves.ts';
import type { PlannedRow, PlannedUpdate } from './plan.ts';

/**
 * Settles the e-mails that a plan's rows set. One that somebody else has and keeps blocks its row. A chain (A
 * takes B's, B takes a new one) is ordered: each row runs after the one that frees its e-mail. A circle is
 * blocked, and so is whoever waits for a row that is blocked. What was not looked up is a warning.
 */
export function orderEmails(rows: readonly PlannedRow[], findings: EmailFindings): readonly PlannedRow[] {
  const moves = emailMoves(rows);
  if (moves.takenBy.size === 0) return rows;
  const blocked = refusedRows(moves, findings);
  const predecessorOf = (row: PlannedUpdate): PlannedUpdate | undefined =>
    moves.freedBy.get(moves.takenBy.get(row.row) ?? '');
  blockWaitingRows(rows, predecessorOf, blocked);
  return rows.map((row): PlannedRow => {
    const email = moves.takenBy.get(row.row);
    if (row.action !== 'update' || email === undefined) return row;
    const { line, customerId } = row;
    const reason = blocked.get(row.row);
    if (reason) return { row: row.row, line, action: 'blocked', customerId, reason };
    const predecessor = predecessorOf(row);
    return predecessor ? { ...row, after: predecessor.row } : warned(row, findings.get(email));
  });
}

/** In a message; the person sees the others' own messages. */
const MOST_LINES_NAMED = 10;

const linesBeside = (rows: readonly PlannedUpdate[], { row }: PlannedUpdate): readonly number[] =>
  rows
    .slice(0, MOST_LINES_NAMED + 1)
    .filter((other) => other.row !== row)
    .slice(0, MOST_LINES_NAMED)
    .map(({ line }) => line);

/** Rows whose e-mail is not to be had, whatever the order. */
function refusedRows({ freedBy, takersOf }: EmailMoves, findings: EmailFindings): Map<RowId, BlockReason> {
  const refused = new Map<RowId, BlockReason>();
  for (const [email, takers] of takersOf) {
    const finding = findings.get(email);
    for (const taker of takers) {
      const { row, customerId } = taker;
      if (takers.length > 1) {
        refused.set(row, { code: 'email_wanted_twice', lines: linesBeside(takers, taker) });
      } else if (finding?.kind === 'held') {
        const { holder } = finding;
        const isFreed = freedBy.get(email)?.customerId === holder.customerId;
        // A customer whose own e-mail it was seen to be can have it.
        if (!isFreed && holder.customerId !== customerId) refused.set(row, { code: 'email_taken', holder });
      }
    }
  }
  return refused;
}

/** Nobody looked, for whatever reason: never taken for "free". */
function warned(row: PlannedUpdate, finding: EmailFinding | undefined): PlannedUpdate {
  if (finding && finding.kind !== 'not_checked') return row;
  const why = finding?.why ?? 'cancelled';
  return { ...row, warnings: [...row.warnings, { code: 'email_not_checked', why }] };
}

/** Blocks circles, and whoever waits for a row that is blocked. Each row is looked at once, however long the chains. */
function blockWaitingRows(
  rows: readonly PlannedRow[],
  predecessorOf: (row: PlannedUpdate) => PlannedUpdate | undefined,
  blocked: Map<RowId, BlockReason>,
): void {
  const settled = new Set<RowId>();
  for (const start of rows) {
    const path = new Set<PlannedUpdate>();
    let row = start.action === 'update' ? start : undefined;
    while (row && !settled.has(row.row) && !path.has(row)) {
      path.add(row);
      row = predecessorOf(row);
    }
    const chain = [...path];
    const circle = row && path.has(row) ? chain.slice(chain.indexOf(row)) : [];
    for (const member of circle) {
      if (!blocked.has(member.row))
        blocked.set(member.row, { code: 'email_swap', lines: linesBeside(circle, member) });
    }
    for (const waiting of chain.toReversed()) {
      const predecessor = predecessorOf(waiting);
      if (!blocked.has(waiting.row) && predecessor && blocked.has(predecessor.row)) {
        blocked.set(waiting.row, { code: 'email_not_freed', line: predecessor.line });
      }
      settled.add(waiting.row);
    }
  }
}

/** Updates in an order in which every row comes after the one it waits for; otherwise as they stand. */
export function inRunOrder(updates: readonly PlannedUpdate[]): readonly PlannedUpdate[] {
  const byRow = new Map(updates.map((update) => [update.row, update] as const));
  const ordered = new Set<PlannedUpdate>();
  for (const update of updates) {
    const chain: PlannedUpdate[] = [];
    let next: PlannedUpdate | undefined = update;
    while (next && !ordered.has(next)) {
      chain.push(next);
      next = next.after === undefined ? undefined : byRow.get(next.after);
    }
    for (const waiting of chain.toReversed()) ordered.add(waiting);
  }
  return [...ordered];
}
