import { count } from '../core/words/text.ts';
import type { ReadingOptions } from '../services/dry-run/read-customers.ts';
import { DRY_RUN_SETTINGS } from '../services/dry-run/settings.ts';
import type { JobContext } from './job.ts';
import { showProgress } from './view/progress.ts';

/** Reads customers with a progress. Ctrl+C keeps what was read. */
export async function readingCustomers<T>(
  { args, session, stderr, interrupts }: JobContext,
  total: number,
  read: (options: ReadingOptions) => Promise<T>,
): Promise<T> {
  const { client, clock, random } = session;
  const cancelling = new AbortController();
  const cancel = (): void => cancelling.abort();
  interrupts.onInterrupt(cancel, cancel);
  const progress = showProgress(stderr, 'Reading customers', total);
  try {
    return await read({
      client,
      patience: { clock, random, tries: DRY_RUN_SETTINGS.readTries, signal: cancelling.signal },
      concurrency: args.concurrency ?? DRY_RUN_SETTINGS.concurrency,
      onProgress: ({ done, requestsLeft }) => {
        progress.update(done, requestsLeft === 0 ? '' : `${count(requestsLeft, 'request')} to go`);
      },
    });
  } finally {
    progress.stop();
  }
}
