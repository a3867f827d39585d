import { extname, resolve } from 'node:path';
import type { EditedSheet } from '../core/edited-sheet.ts';
import type { ReportKind } from '../core/report-kind.ts';
import { writeFileAtomically } from '../services/files.ts';
import { type Result, reportText } from '../services/report-text.ts';
import { systemTimeZone } from '../services/system-time-zone.ts';
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
    written.push(await write(args.report, reportText(kindOf(args.report), edited, result, systemTimeZone())));
  }
  if (args.failed !== undefined) {
    written.push(await write(args.failed, reportText('failed', edited, result, systemTimeZone())));
  }
  return written;
}

/** By its ending. */
function kindOf(file: string): ReportKind {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return 'json';
    case '.html':
    case '.htm':
      return 'html';
    default:
      return 'csv';
  }
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
