import { readFile } from 'node:fs/promises';
import { columnArrangementSchema } from '../../contract/sheet-schemas.ts';
import type { ColumnArrangement } from '../../core/column-arrangement.ts';
import { writeFileAtomically } from '../files.ts';
import { sessionPaths } from './session-folder.ts';

/** How the columns of a session's sheet were left; `undefined` where nobody has seen it yet, or the file is damaged. */
export async function readArrangement(
  dataFolder: string,
  sessionId: string,
): Promise<ColumnArrangement | undefined> {
  try {
    const text = await readFile(sessionPaths(dataFolder, sessionId).arrangement, 'utf8');
    return columnArrangementSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether it is kept: a session that was discarded meanwhile has no folder any more. */
export async function writeArrangement(
  dataFolder: string,
  sessionId: string,
  arrangement: ColumnArrangement,
): Promise<boolean> {
  try {
    const { arrangement: path } = sessionPaths(dataFolder, sessionId);
    await writeFileAtomically(path, `${JSON.stringify(arrangement, null, 2)}\n`);
    return true;
  } catch {
    return false;
  }
}
