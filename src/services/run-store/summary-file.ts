import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '../../core/zod.ts';
import { writeFileAtomically } from '../files.ts';
import type { RunPaths } from './run-folder.ts';
import { actionCounts, connectionInfo, oneOf, outcomeCounts, time } from './schema-parts.ts';
import type { RunSummary } from './summarize.ts';

const rows = z.int().min(0);

/** The files a summary was made of: of another size or time it is another run's, or an older one. */
const madeOf = z.strictObject({
  planBytes: rows,
  planMs: z.number(),
  journalBytes: rows,
  journalMs: z.number(),
});
type MadeOf = z.infer<typeof madeOf>;

const summarySchema = z.strictObject({
  planHash: z.string(),
  fileName: z.string(),
  connection: connectionInfo,
  undoes: z.exactOptional(z.string()),
  source: z.exactOptional(z.strictObject({ sessionId: z.uuid(), revision: rows })),
  startedAt: z.exactOptional(time),
  lastAt: z.exactOptional(time),
  operator: z.exactOptional(z.string()),
  machine: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
  end: z.exactOptional(
    z.looseObject({
      how: oneOf<'completed' | 'stopped' | 'aborted' | 'failed'>({
        completed: true,
        stopped: true,
        aborted: true,
        failed: true,
      }),
      at: time,
    }),
  ),
  actions: actionCounts,
  outcomes: outcomeCounts,
  unended: rows,
  goOn: z.exactOptional(z.strictObject({ left: rows, inDoubt: rows })),
  written: rows,
});
const fileSchema = z.strictObject({ version: z.literal(1), madeOf, summary: summarySchema });

const pathOf = ({ folder }: RunPaths): string => join(folder, 'summary.json');

/**
 * A run's summary is kept beside its journal, so that a list of many runs does not read each of them whole. It is
 * never more than that: where it is missing, damaged, of another version or older than the journal, it is made anew
 * from the journal, and whatever shows a run's rows reads the journal.
 *
 * @returns `undefined` where there is none that fits
 */
export async function keptSummary(paths: RunPaths): Promise<RunSummary | undefined> {
  try {
    const [now, text] = await Promise.all([sizesOf(paths), readFile(pathOf(paths), 'utf8')]);
    const file = fileSchema.parse(JSON.parse(text));
    return isSame(file.madeOf, now) ? file.summary : undefined;
  } catch {
    return undefined;
  }
}

/** What a summary made now would be made of; asked for before the journal is read, so that it is never too new. */
export async function sizesOf({ plan, journal }: RunPaths): Promise<MadeOf> {
  const [planNow, journalNow] = await Promise.all([
    stat(plan),
    // A run that never began has none.
    stat(journal).catch(() => ({ size: 0, mtimeMs: 0 })),
  ]);
  return {
    planBytes: planNow.size,
    planMs: planNow.mtimeMs,
    journalBytes: journalNow.size,
    journalMs: journalNow.mtimeMs,
  };
}

/** Where it can't be kept it is made again the next time. */
export async function keepSummary(paths: RunPaths, of: MadeOf, summary: RunSummary): Promise<void> {
  const text = `${JSON.stringify({ version: 1, madeOf: of, summary })}\n`;
  await writeFileAtomically(pathOf(paths), text).catch(() => undefined);
}

const isSame = (one: MadeOf, other: MadeOf): boolean =>
  one.planBytes === other.planBytes &&
  one.planMs === other.planMs &&
  one.journalBytes === other.journalBytes &&
  one.journalMs === other.journalMs;
