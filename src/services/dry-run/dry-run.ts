import { createHash } from 'node:crypto';
import { isError } from '../../core/diagnostic.ts';
import type { DryRunFailure } from '../../core/dry-run-failure.ts';
import { rowsOf } from '../../core/edited-sheet.ts';
import { orderEmails } from '../../core/email-order.ts';
import { type ConnectionInfo, canonicalPlan, type Plan } from '../../core/plan.ts';
import { mergeOptionsOf, planRows } from '../../core/plan-rows.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { openBlankQuestions, type ValidatedSheet } from '../../core/validate.ts';
import { EmailSightings } from './email-sightings.ts';
import { findEmails } from './find-emails.ts';
import type { KeyedRow } from './keyed-row.ts';
import type { KnownCustomers } from './known-customers.ts';
import { type ReadingOptions, readCustomers } from './read-customers.ts';
import { type Readings, readingsOf } from './readings.ts';

export interface DryRunInput extends ReadingOptions {
  readonly validated: ValidatedSheet;
  readonly connection: ConnectionInfo;
  readonly fileName: string;
  readonly newId: () => string;
  /** What was read a short while ago and is not to be read again. */
  readonly known?: KnownCustomers | undefined;
}

/** A plan, and what was read to make it. */
export interface DryRun {
  readonly plan: Plan;
  readonly readings: Readings;
}

/** {@link readAndPlan} for whoever makes no other dry run after it. */
export async function dryRun(input: DryRunInput): Promise<Result<Plan, DryRunFailure>> {
  const made = await readAndPlan(input);
  return made.ok ? ok(made.value.plan) : made;
}

/**
 * Reads every row's customer and says what would change. Nothing is ever written here: the only requests are
 * GETs. Cancelled midway it keeps what was read; the rest is *unread*, and e-mails not looked up are a warning.
 */
export async function readAndPlan(input: DryRunInput): Promise<Result<DryRun, DryRunFailure>> {
  const { validated, connection, fileName, newId, patience, known } = input;
  const messages = validated.mappingFindings.filter(isError).map(({ message }) => message);
  if (messages.length > 0) return err({ code: 'sheet_invalid', messages });
  const addresses = connection.mode === 'LIVE' ? openBlankQuestions(validated) : [];
  if (addresses.length > 0) return err({ code: 'blank_question', addresses });

  const askedAt = patience.clock.now();
  const { rows: ready, emails } = readyRows(validated);
  const knownFree = new Map([...(known?.freeEmails ?? [])].filter(([email]) => emails.has(email)));
  const sightings = new EmailSightings(emails, knownFree.size);
  const read = await readCustomers(ready, input, sightings, known);
  if (!read.ok) return read;
  const planned = planRows(validated, read.value);
  const findings = await findEmails(planned, ready.length, sightings, input, knownFree.keys());
  if (!findings.ok) return findings;
  const rows = orderEmails(planned, findings.value);
  const plan: Plan = {
    version: 1,
    id: newId(),
    hash: hashOf({ connection, rows }),
    createdAt: new Date(patience.clock.now()).toISOString(),
    connection,
    fileName,
    options: mergeOptionsOf(validated),
    rows,
  };
  const freeEmails = new Map<string, number>();
  for (const [email, { kind }] of findings.value)
    if (kind === 'free') freeEmails.set(email, knownFree.get(email) ?? askedAt);
  return ok({ plan, readings: { ...readingsOf(ready, read.value, known), freeEmails } });
}

/** Rows whose customers are looked for, and the e-mails they ask for. */
function readyRows(validated: ValidatedSheet): {
  readonly rows: readonly KeyedRow[];
  readonly emails: ReadonlySet<string>;
} {
  const rows: KeyedRow[] = [];
  const emails = new Set<string>();
  for (const row of rowsOf(validated.edited)) {
    if (validated.stateOf(row) !== 'ready') continue;
    const { key, edits } = validated.read(row);
    if (key) rows.push({ row, key });
    const edit = edits.find(({ field }) => field === 'email')?.edit;
    if (edit?.kind === 'set') emails.add(String(edit.value));
  }
  return { rows, emails };
}

/** SHA-256 over a plan's canonical form, in hex. */
export function hashOf(plan: Pick<Plan, 'connection' | 'rows' | 'undoes'>): string {
  const hash = createHash('sha256');
  for (const line of canonicalPlan(plan)) hash.update(`${line}\n`);
  return hash.digest('hex');
}
