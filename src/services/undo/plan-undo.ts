import type { ConnectionInfo, Plan } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunState } from '../../core/run.ts';
import { settledUndoRows, UNDO_MERGE, undoRows } from '../../core/undo.ts';
import type { UndoFailure } from '../../core/undo-failure.ts';
import { type WrittenCustomer, writtenCustomers } from '../../core/undo-written.ts';
import { hashOf } from '../dry-run/dry-run.ts';
import { EmailSightings } from '../dry-run/email-sightings.ts';
import { findEmails } from '../dry-run/find-emails.ts';
import { type ReadingOptions, readCustomers } from '../dry-run/read-customers.ts';

export interface UndoInput extends ReadingOptions {
  /** Finished, stopped or dead; one that is still going on is the caller's to refuse. */
  readonly run: {
    readonly runId: string;
    readonly plan: Plan;
    readonly state: Pick<RunState, 'rows'>;
  };
  readonly connection: ConnectionInfo;
  readonly newId: () => string;
}

/**
 * The dry run of an undo: a plan back to the values before a run, which is reviewed, applied and checked for drift
 * like any other. Reads every customer that the run wrote to; writes nothing.
 */
export async function planUndo(input: UndoInput): Promise<Result<Plan, UndoFailure>> {
  const { run, connection, newId, patience } = input;
  const made = run.plan.connection;
  if (made.baseUrl !== connection.baseUrl || made.mode !== connection.mode)
    return err({ code: 'other_connection', made });
  const written = writtenCustomers(run.plan, run.state);
  if (written.length === 0) return err({ code: 'nothing_written' });

  const sightings = new EmailSightings(emailsBefore(written));
  const keyed = written.map(({ customerId }, row) => ({ row, key: { by: 'id', text: customerId } as const }));
  const read = await readCustomers(keyed, input, sightings);
  if (!read.ok) return read;
  const findings = await findEmails(undoRows(written, read.value), keyed.length, sightings, input);
  if (!findings.ok) return findings;
  const rows = settledUndoRows(written, read.value, findings.value);
  const undoes = run.runId;
  return ok({
    version: 1,
    id: newId(),
    hash: hashOf({ connection, rows, undoes }),
    createdAt: new Date(patience.clock.now()).toISOString(),
    connection,
    fileName: run.plan.fileName,
    undoes,
    options: UNDO_MERGE,
    rows,
  });
}

function emailsBefore(written: readonly WrittenCustomer[]): ReadonlySet<string> {
  const changes = written.flatMap(({ fields }) => fields.map(({ change }) => change));
  return new Set(
    changes.flatMap(({ field, before }) => (field === 'email' && typeof before === 'string' ? [before] : [])),
  );
}
