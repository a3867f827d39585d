import type { Diagnostic } from '../diagnostic.ts';
import { err, ok } from '../result.ts';
import { finding } from '../words/diagnostics.ts';
import { type Delimiter, detectDelimiter } from './dialect.ts';
import { type Encoding, isUnicode, type KnownBy } from './encoding.ts';
import type { FileDialect, ImportOptions, ImportResult } from './import.ts';
import { CsvParser } from './parse.ts';
import { separatorIn, separatorLine } from './separator-line.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { SpecialWords } from './special-words.ts';

/** So much of the text decides on the delimiter. */
const DELIMITER_SAMPLE = 64 * 1024;

/** What is at work once the delimiter is known. */
interface Begun {
  readonly delimiter: Delimiter;
  readonly delimiterBy: FileDialect['delimiterBy'];
  readonly separator: Delimiter | undefined;
  readonly parser: CsvParser;
  readonly builder: SheetBuilder;
}

/** One try at reading a text with one encoding. */
export class Reading {
  readonly #options: ImportOptions;
  readonly #encoding: Encoding;
  readonly #specialWords = new SpecialWords();
  /** Text from before the delimiter was decided on. */
  #sample = '';
  #begun: Begun | undefined;

  constructor(options: ImportOptions, encoding: Encoding) {
    this.#options = options;
    this.#encoding = encoding;
  }

  add(text: string): void {
    if (!isUnicode(this.#encoding)) this.#specialWords.add(text);
    if (this.#begun) {
      this.#begun.builder.add(this.#begun.parser.push(text));
      return;
    }
    this.#sample += text;
    if (this.#sample.length >= DELIMITER_SAMPLE) this.#begin();
  }

  finish(by: KnownBy): ImportResult {
    const { delimiter, delimiterBy, separator, parser, builder } = this.#begun ?? this.#begin();
    builder.add(parser.end());
    const file = { kind: 'file' } as const;
    const diagnostics: Diagnostic[] = [
      ...(by === 'assumption' ? [finding('assumed_windows_1252', file)] : []),
      ...(separator === undefined ? [] : [finding('separator_line', file, { separator, delimiter })]),
      ...parser.diagnostics,
    ];
    const built = builder.finish();
    if (!built.ok) return err([...diagnostics, ...built.error]);
    const { sheet, findings, headerLine, beginning } = built.value;
    const headerBy = this.#options.headerLine === undefined ? 'its text' : 'choice';
    const { newline } = parser;
    return ok({
      sheet,
      dialect: { delimiter, delimiterBy, newline, encoding: this.#encoding, by, headerLine, headerBy },
      diagnostics: [...diagnostics, ...findings],
      beginning,
      specialWords: this.#specialWords.finish(),
    });
  }

  #begin(): Begun {
    const { delimiter: chosen, headerLine, excelText = 'unwrap' } = this.#options;
    const separator = separatorIn(this.#sample);
    const delimiter = chosen ?? separator ?? detectDelimiter(this.#sample);
    const parser = new CsvParser(delimiter);
    const builder = new SheetBuilder({
      separatorLine: separator && separatorLine(separator),
      headerLine,
      unwraps: excelText === 'unwrap',
    });
    builder.add(parser.push(this.#sample));
    this.#sample = '';
    this.#begun = { delimiter, delimiterBy: knownBy(chosen, separator), separator, parser, builder };
    return this.#begun;
  }
}

function knownBy(
  chosen: Delimiter | undefined,
  separator: Delimiter | undefined,
): FileDialect['delimiterBy'] {
  if (chosen !== undefined) return 'choice';
  return separator === undefined ? 'its text' : 'separator line';
}
