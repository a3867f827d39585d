import type { BlockReason } from './block-reason.ts';
import type { RowId } from './diagnostic.ts';
import type { JsonValue } from './json.ts';
import type { PlannedRow, PlannedUpdate } from './plan.ts';

/**
 * E-mails that move between customers of a plan. A chain (A takes B's, B takes a new one) is ordered: each row
 * runs after the one that frees its e-mail. A circle is blocked, and so is whoever waits for one in it.
 * Source: Atlas refuses an e-mail that another customer has, in exactly this spelling.
 */
export function orderEmails(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const holders = new Map<JsonValue, PlannedUpdate>();
  for (const row of rows) {
    const before = emailChange(row)?.before;
    if (row.action === 'update' && typeof before === 'string' && before !== '') holders.set(before, row);
  }
  if (holders.size === 0) return rows;
  const predecessorOf = (row: PlannedRow): PlannedUpdate | undefined => {
    const wanted = emailChange(row)?.after;
    return wanted === undefined ? undefined : holders.get(wanted);
  };
  const blocked = blockedRows(rows, predecessorOf);
  return rows.map((row): PlannedRow => {
    if (row.action !== 'update') return row;
    const reason = blocked.get(row.row);
    if (reason)
      return { row: row.row, line: row.line, action: 'blocked', customerId: row.customerId, reason };
    const predecessor = predecessorOf(row);
    return predecessor ? { ...row, after: predecessor.row } : row;
  });
}

const emailChange = (row: PlannedRow) =>
  row.action === 'update' ? row.changes.find(({ field }) => field === 'email') : undefined;

function blockedRows(
  rows: readonly PlannedRow[],
  predecessorOf: (row: PlannedRow) => PlannedUpdate | undefined,
): ReadonlyMap<RowId, BlockReason> {
  const blocked = new Map<RowId, BlockReason>();
  const settled = new Set<RowId>();
  for (const start of rows) {
    const path: PlannedRow[] = [];
    let row: PlannedRow | undefined = start;
    while (row && !settled.has(row.row) && !path.includes(row)) {
      path.push(row);
      row = predecessorOf(row);
    }
    const circle = row && !settled.has(row.row) ? path.slice(path.indexOf(row)) : [];
    for (const { row: id, line } of circle) {
      const others = circle.map((other) => other.line).filter((other) => other !== line);
      blocked.set(id, { code: 'email_swap', lines: others });
    }
    for (const waiting of path.toReversed()) {
      const predecessor = predecessorOf(waiting);
      if (!blocked.has(waiting.row) && predecessor && blocked.has(predecessor.row)) {
        blocked.set(waiting.row, { code: 'email_not_freed', line: predecessor.line });
      }
      settled.add(waiting.row);
    }
  }
  return blocked;
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
