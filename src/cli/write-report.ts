import { resolve } from 'node:path';
import type { EditedSheet } from '../core/edited-sheet.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type Result, reportText } from '../services/report-text.ts';
import type { Arguments } from './arguments.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';

/** Writes the files asked for. Returns where they are. */
export async function writeReports(
  edited: EditedSheet,
  result: Result,
  args: Arguments,
): Promise<readonly string[]> {
  const written: string[] = [];
  if (args.report !== undefined) {
    const isJson = args.report.toLowerCase().endsWith('.json');
    written.push(await write(args.report, reportText(isJson ? 'json' : 'csv', edited, result)));
  }
  if (args.failed !== undefined) {
    written.push(await write(args.failed, reportText('failed', edited, result)));
  }
  return written;
}

async function write(file: string, content: string): Promise<string> {
  const path = resolve(file);
  try {
    await writeFileAtomically(path, content);
  } catch (error) {
    throw new CommandFailure(
      EXIT.report,
      `The report ${path} could not be written: ${(error as Error).message}`,
    );
  }
  return path;
}
