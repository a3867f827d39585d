import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DELIMITERS, type Delimiter } from '../core/csv/dialect.ts';
import { ENCODINGS, type Encoding } from '../core/csv/encoding.ts';
import { type ImportedSheet, type ImportOptions, importSheet } from '../core/csv/import.ts';
import { type Diagnostic, isError } from '../core/diagnostic.ts';
import { unedited } from '../core/edited-sheet.ts';
import type { MappingProposal } from '../core/propose-mapping.ts';
import { type ValidatedSheet, validateSheet } from '../core/validate.ts';
import { placeText } from '../core/words/places.ts';
import { checkSheetFile } from '../services/sheet-file.ts';
import type { Arguments } from './arguments.ts';
import { chooseMapping } from './choose-mapping.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';

export interface OpenedSheet {
  readonly fileName: string;
  readonly imported: ImportedSheet;
  readonly validated: ValidatedSheet;
  readonly proposal: MappingProposal;
}

/** File to validated sheet: import, mapping, findings. */
export async function openSheet(file: string, args: Arguments): Promise<OpenedSheet> {
  const bytes = await readSheetFile(file);
  const result = importSheet(bytes, importOptions(args));
  const findings = result.ok ? result.value.diagnostics : result.error;
  const errors = findings.filter(isError);
  if (!result.ok || errors.length > 0) {
    throw new CommandFailure(EXIT.unusableSheet, `${basename(file)} can’t be used:\n${findingLines(errors)}`);
  }
  const { sheet } = result.value;
  const { mapping, proposal } = await chooseMapping(sheet, args);
  const validated = validateSheet(unedited(sheet), mapping);
  return { fileName: basename(file), imported: result.value, validated, proposal };
}

const findingLines = (findings: readonly Diagnostic[]): string =>
  findings.map(({ place, message }) => `  ${placeText(place)}${message}`).join('\n');

async function readSheetFile(file: string): Promise<Uint8Array> {
  const checked = await checkSheetFile(file);
  if (!checked.ok) throw new CommandFailure(EXIT.unusableSheet, checked.error.message);
  return await readFile(file);
}

function importOptions({ delimiter, encoding, headerLine, keepsExcelText }: Arguments): ImportOptions {
  const split = delimiter === 'tab' ? '\t' : delimiter;
  if (split !== undefined && !isDelimiter(split)) {
    throw new CommandFailure(EXIT.usage, '--delimiter takes one of , ; | or tab.');
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new CommandFailure(EXIT.usage, `--encoding takes one of ${ENCODINGS.join(', ')}.`);
  }
  return {
    ...(split === undefined ? {} : { delimiter: split }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(headerLine === undefined ? {} : { headerLine }),
    ...(keepsExcelText ? { excelText: 'keep' } : {}),
  };
}

const isDelimiter = (text: string): text is Delimiter => DELIMITERS.some((delimiter) => delimiter === text);
const isEncoding = (text: string): text is Encoding => ENCODINGS.some((encoding) => encoding === text);
