import pLimit from 'p-limit';
import type { DryRunFailure } from '../../core/dry-run-failure.ts';
import type { EmailFinding, EmailFindings } from '../../core/email-finding.ts';
import { emailsToAskFor } from '../../core/email-moves.ts';
import type { PlannedRow } from '../../core/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { readPatiently } from '../patient-read.ts';
import { type EmailSightings, MOST_LOOK_UPS } from './email-sightings.ts';
import { fatalFailure, isDenied, unreadReason } from './failure.ts';
import { lookUpEmail } from './look-up.ts';
import type { ReadingOptions } from './read-customers.ts';

/**
 * Finds out who has the e-mails that rows would set. Only those that change and that nobody was seen to have are
 * asked for, once each, after `customers` were read. What could not be asked says why; nothing is taken for free but
 * what was found to be so a short while ago.
 */
export async function findEmails(
  rows: readonly PlannedRow[],
  customers: number,
  sightings: EmailSightings,
  options: ReadingOptions,
  knownFree: Iterable<string> = [],
): Promise<Result<EmailFindings, DryRunFailure>> {
  const findings = new Map<string, EmailFinding>();
  for (const email of knownFree) findings.set(email, { kind: 'free' });
  for (const [email, finding] of sightings.findings) findings.set(email, finding);
  const emails = emailsToAskFor(rows, findings);
  const answerAll = (finding: EmailFinding): Result<EmailFindings, DryRunFailure> => {
    for (const email of emails) findings.set(email, finding);
    return ok(findings);
  };
  if (sightings.isListingDenied) return answerAll({ kind: 'not_checked', why: 'denied' });
  if (emails.length > MOST_LOOK_UPS && sightings.isEverybodySeen) return answerAll({ kind: 'free' });
  for (const email of emails.slice(MOST_LOOK_UPS))
    findings.set(email, { kind: 'not_checked', why: 'too_many' });
  const failure = await askForEach(emails.slice(0, MOST_LOOK_UPS), findings, customers, options);
  return failure ? err(failure) : ok(findings);
}

async function askForEach(
  emails: readonly string[],
  findings: Map<string, EmailFinding>,
  customers: number,
  { client, patience, concurrency, onProgress }: ReadingOptions,
): Promise<DryRunFailure | undefined> {
  const { signal } = patience;
  const limit = pLimit(concurrency);
  let failure: DryRunFailure | undefined;
  let isRefused = false;
  let left = emails.length;
  const askFor = async (email: string): Promise<EmailFinding> => {
    if (signal?.aborted) return { kind: 'not_checked', why: 'cancelled' };
    if (failure) return { kind: 'not_checked', why: 'no_connection' };
    if (isRefused) return { kind: 'not_checked', why: 'denied' };
    const answer = await readPatiently(() => lookUpEmail(email, client, signal), patience);
    if (answer.kind === 'ok') {
      if (!answer.value) return { kind: 'free' };
      const { id, name } = answer.value.customer;
      return { kind: 'held', holder: { customerId: id, name: name ?? '' } };
    }
    failure ??= fatalFailure(answer);
    isRefused ||= isDenied(answer);
    if (signal?.aborted) return { kind: 'not_checked', why: 'cancelled' };
    return { kind: 'not_checked', why: isRefused ? 'denied' : unreadReason(answer) };
  };
  await Promise.all(
    emails.map((email) =>
      limit(async () => {
        findings.set(email, await askFor(email));
        onProgress?.({ done: customers, total: customers, requestsLeft: --left });
      }),
    ),
  );
  return failure;
}
