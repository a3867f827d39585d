import { readFile } from 'node:fs/promises';
import { importOptionsSchema, mappingSchema } from '../../contract/sheet-schemas.ts';
import { z } from '../../core/zod.ts';
import { writeFileAtomically } from '../files.ts';

const sessionHeadSchema = z.strictObject({
  version: z.literal(1),
  fileName: z.string(),
  /** Of the source. */
  bytes: z.int().min(0),
  options: importOptionsSchema,
  /** Missing until one was chosen. */
  mapping: z.exactOptional(mappingSchema),
  /** The run that it takes back, where it is the sheet of an undo; see `undo/undo-session.ts`. */
  undoes: z.exactOptional(z.string().min(1)),
  /** Closed by the person, rather than by a crash. */
  isClosed: z.boolean(),
});

/** What is known of a session besides its source and its operations. */
export type SessionHead = z.infer<typeof sessionHeadSchema>;

/** `undefined` where it is missing or damaged. */
export async function readHead(path: string): Promise<SessionHead | undefined> {
  try {
    return sessionHeadSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

export const writeHead = (path: string, head: SessionHead): Promise<void> =>
  writeFileAtomically(path, `${JSON.stringify(head, null, 2)}\n`);
