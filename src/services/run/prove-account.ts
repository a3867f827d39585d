import type { Customer } from '../../core/atlas.ts';
import { type ConnectionInfo, type Plan, updatesOf } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { ResumeRefusal } from '../../core/resume.ts';
import { answerSummaryText } from '../../core/words/answers.ts';
import type { PacedClient } from '../paced-client.ts';
import { type Patience, readPatiently } from '../patient-read.ts';

/** So many customers that are the ones they were make it the same account. */
const PROOF = 3;
/** Some may be gone since: so many are asked for at most. */
const MOST_ASKED = 9;

export interface ProveAccountOptions {
  readonly plan: Plan;
  /** Of the key the run was last at work with. */
  readonly keyFingerprint: string;
  /** What it is to be gone on with. */
  readonly now: {
    readonly connection: ConnectionInfo;
    readonly keyFingerprint: string;
    readonly client: PacedClient;
  };
  readonly patience: Patience;
}

/**
 * SECURITY: a run is gone on with only against the account it was planned for: the same address and mode, and the
 * same key or one whose account knows three customers of the plan by id and time of creation.
 */
export async function proveAccount(options: ProveAccountOptions): Promise<Result<void, ResumeRefusal>> {
  const { plan, now, keyFingerprint } = options;
  const { baseUrl, mode } = plan.connection;
  if (now.connection.baseUrl !== baseUrl) {
    return err({ code: 'other_address', planned: baseUrl, given: now.connection.baseUrl });
  }
  if (now.connection.mode !== mode) return err({ code: 'other_mode' });
  if (now.keyFingerprint === keyFingerprint) return ok(undefined);
  return await proveByCustomers(options);
}

async function proveByCustomers({
  plan,
  now,
  patience,
}: ProveAccountOptions): Promise<Result<void, ResumeRefusal>> {
  const known = updatesOf(plan).flatMap(({ snapshot }) =>
    snapshot?.customer.created === undefined ? [] : [snapshot.customer],
  );
  if (known.length === 0) return err({ code: 'not_provable' });
  const needed = Math.min(PROOF, known.length);
  let proven = 0;
  for (const then of spread(known)) {
    const answer = await readPatiently(() => now.client.getCustomer(then.id, patience.signal), patience);
    if (answer.kind === 'ok') {
      const isSame = answer.value.customer.created === then.created;
      if (!isSame) return err({ code: 'other_account' });
      if (++proven === needed) return ok(undefined);
    } else if (answer.kind !== 'refused' || answer.status !== 404) {
      return err({ code: 'could_not_prove', detail: answerSummaryText(answer) });
    }
  }
  return err({ code: 'other_account' });
}

/** Customers from all over the plan, first, middle and last before the others. */
function spread(customers: readonly Customer[]): readonly Customer[] {
  const last = customers.length - 1;
  const steps = Math.min(MOST_ASKED, customers.length) - 1;
  const places = Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? 0 : Math.round((step * last) / steps),
  );
  const middle = places[places.length >> 1] ?? 0;
  const ordered = new Set([0, middle, last, ...places]);
  return [...ordered].flatMap((place) => customers[place] ?? []);
}
