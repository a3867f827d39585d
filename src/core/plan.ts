import type { BlockReason } from './block-reason.ts';
import type { Change } from './change.ts';
import type { RowId } from './diagnostic.ts';
import type { Field } from './fields.ts';
import { canonicalJson, type JsonValue } from './json.ts';
import type { MergeOptions } from './merge.ts';
import type { NotUndone } from './not-undone.ts';
import type { PatchBody } from './patch-body.ts';
import type { PlannedFieldEdit } from './planned-edit.ts';
import type { RowKey } from './row-key.ts';
import type { Snapshot } from './snapshot.ts';

export type Mode = 'TEST' | 'LIVE';

/** Whom a plan or run talks to. The key itself is never in it. */
export interface ConnectionInfo {
  readonly name: string;
  readonly baseUrl: string;
  readonly mode: Mode;
  readonly keyLastFour: string;
}

interface PlannedBase {
  readonly row: RowId;
  /** 1-based physical line of the file, or after its last one for a row that was added. */
  readonly line: number;
}

export interface PlannedUpdate extends PlannedBase {
  readonly action: 'update';
  /** Atlas' own id, however the row found the customer. */
  readonly customerId: string;
  readonly edits: readonly PlannedFieldEdit[];
  readonly changes: readonly Change[];
  readonly body: PatchBody;
  /** `null` where reading is denied: the body is absolute, and current values are unknown. */
  readonly snapshot: Snapshot | null;
  readonly warnings: readonly PlanWarning[];
  /** The row that must be applied first, because it frees the e-mail this one takes. */
  readonly after?: RowId;
}

/** What a dry run says about one row. */
export type PlannedRow =
  | PlannedUpdate
  | (PlannedBase & { readonly action: 'invalid'; readonly messages: readonly string[] })
  | (PlannedBase & {
      readonly action: 'excluded';
      /** Of the row about the same customer that was not left out: they were merged, or are one too many. */
      readonly sameAsLine?: number;
      /** Left out of this plan alone: the sheet still has the row. */
      readonly outOf?: 'plan';
    })
  | (PlannedBase & { readonly action: 'unchanged'; readonly customerId: string })
  | (PlannedBase & { readonly action: 'not_found'; readonly key: RowKey })
  | (PlannedBase & { readonly action: 'blocked'; readonly customerId?: string; readonly reason: BlockReason })
  | (PlannedBase & { readonly action: 'unread'; readonly reason: UnreadReason });

export type PlanAction = PlannedRow['action'];

/** Seen only once the customer is known; does not keep the row from being applied. */
export type PlanWarning =
  /** The street changes while the old suite, state or postal code stays: most likely a mistake. */
  | { readonly code: 'old_parts_kept'; readonly fields: readonly Field[] }
  /** The country changes while the old postal code stays, which is another country's. */
  | { readonly code: 'postal_code_kept'; readonly field: Field }
  /** The sheet has 2138 where the customer has a code like 02138: Excel took it for a number. */
  | { readonly code: 'leading_zero_lost'; readonly field: Field; readonly before: string }
  /** Whether somebody else has the e-mail that the row sets is not known; if so, Atlas will refuse the row. */
  | { readonly code: 'email_not_checked'; readonly why: NotCheckedReason }
  /** Of undo: fields that the run changed and that stay as they are now. */
  | { readonly code: 'not_undone'; readonly fields: readonly NotUndone[] };

export type UnreadReason = 'cancelled' | 'refused' | 'server_error' | 'no_connection' | 'unreadable_answer';

/** Why an e-mail was not looked up: like a customer, or because the key may not, or it would cost too much. */
export type NotCheckedReason = UnreadReason | 'denied' | 'too_many';

/**
 * The result of a dry run. Immutable: what was reviewed is what changes. Leaving rows out derives a new plan
 * with its own id and hash.
 */
export interface Plan {
  readonly version: 1;
  readonly id: string;
  /** SHA-256 of the canonical form, in hex: the same sheet against the same customers has the same hash. */
  readonly hash: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly connection: ConnectionInfo;
  /** Of an undo that of the run's plan. */
  readonly fileName: string;
  /** The run that this plan takes back; missing where it was made of a sheet. */
  readonly undoes?: string;
  /** The session it was made of, where it was: an interrupted run finds its sheet again by it. */
  readonly source?: { readonly sessionId: string; readonly revision: number };
  readonly options: MergeOptions;
  /**
   * One per row of the sheet, in its order; of an undo one per customer that the run wrote to. Rows that were added
   * and removed again have none: find a row's own with `plannedOf`.
   */
  readonly rows: readonly PlannedRow[];
}

/** What is planned for a row. Rows are missing only among those that were added last, so it is near its place. */
export function plannedOf({ rows }: Pick<Plan, 'rows'>, row: RowId): PlannedRow | undefined {
  let place = Math.min(row, rows.length - 1);
  while ((rows[place]?.row ?? -1) > row) place--;
  const planned = rows[place];
  return planned?.row === row ? planned : undefined;
}

export type ActionCounts = { readonly [action in PlanAction]: number };

/** Every action with its rows, also those with none. */
export function countActions(rows: readonly PlannedRow[]): ActionCounts {
  const counts = { update: 0, unchanged: 0, not_found: 0, blocked: 0, unread: 0, invalid: 0, excluded: 0 };
  for (const { action } of rows) counts[action]++;
  return counts;
}

export const updatesOf = (plan: Pick<Plan, 'rows'>): readonly PlannedUpdate[] =>
  plan.rows.filter((row): row is PlannedUpdate => row.action === 'update');

/**
 * A plan's canonical form, a line each, of which services take the hash: to whom, and for every row what
 * happens and exactly what is sent. Times, ids of plans and the key are not part of it. The run that is undone
 * is: a reviewed undo stands for that run and no other.
 */
export function* canonicalPlan(plan: Pick<Plan, 'connection' | 'rows' | 'undoes'>): Generator<string> {
  const { baseUrl, mode } = plan.connection;
  const { undoes } = plan;
  yield canonicalJson({ version: 1, baseUrl, mode, ...(undoes === undefined ? {} : { undoes }) });
  for (const row of plan.rows) {
    const { line, action } = row;
    yield canonicalJson(
      row.action === 'update'
        ? {
            line,
            action,
            customer: row.customerId,
            changes: row.changes as unknown as JsonValue,
            body: row.body as JsonValue,
          }
        : { line, action },
    );
  }
}
