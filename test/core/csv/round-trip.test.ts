import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, type Delimiter } from '../../../src/core/csv/dialect.ts';
import { CsvParser, type ParsedBlock } from '../../../src/core/csv/parse.ts';
import { printCsv } from '../../../src/core/csv/print.ts';
import { imported, rowTexts } from '../making.ts';

/** Records of a text that comes in pieces. */
function parsed(pieces: readonly string[], delimiter: Delimiter) {
  const parser = new CsvParser(delimiter);
  const blocks: ParsedBlock[] = [...pieces.map((piece) => parser.push(piece)), parser.end()];
  const records = blocks.flatMap((block) => block.records);
  const lines = blocks.flatMap((block) => block.lines.slice(0, block.records.length));
  return { records, lines, diagnostics: parser.diagnostics, newline: parser.newline };
}

/** A text cut at places, given as shares of its length. */
function cut(text: string, shares: readonly number[]): readonly string[] {
  const places = [0, ...shares.map((share) => Math.floor(share * text.length)).sort((a, b) => a - b)];
  return places.map((place, at) => text.slice(place, places[at + 1] ?? text.length));
}

const nasty = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', '\u00a0', 'a', 'é', '=', '\ufeff', '0'),
  maxLength: 6,
});
const cell = fc.oneof(nasty, fc.constantFrom('', ' ', '""', '"', '\r\n', ' x ', '02134'), fc.string());
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );
const delimiter = fc.constantFrom(...DELIMITERS);
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
const lineBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** A cell as some program writes it: in quotation marks where it must be, or where it likes. */
const cellWritten = (text: string, by: Delimiter, isQuoted: boolean): string =>
  isQuoted || text.includes(by) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const NEWLINES = ['\n', '\r\n', '\r'] as const;
/** Made up at a time, since most of the time goes into making them up. */
const TABLES_AT_ONCE = 10;
const TABLES = 100_000;

describe('any table', () => {
  it('is read as it was, however it is written down: every delimiter, every newline, a hundred thousand times', () => {
    let read = 0;
    const tables = fc.array(table, { minLength: TABLES_AT_ONCE, maxLength: TABLES_AT_ONCE });
    const style = fc.record({
      by: delimiter,
      newline: fc.constantFrom(...NEWLINES, 'mixed'),
      quotes: fc.nat(7),
    });
    fc.assert(
      fc.property(tables, style, (several, { by, newline, quotes }) => {
        for (const records of several) {
          const lines = records.map((record, at) => {
            const isAlone = record.length === 1;
            const cells = record.map((text, column) =>
              cellWritten(text, by, isAlone || (quotes >> column) % 2 === 1),
            );
            return cells.join(by) + (newline === 'mixed' ? NEWLINES[(at + quotes) % 3] : newline);
          });
          expect(parsed([lines.join('')], by).records).toStrictEqual(records);
          read++;
        }
      }),
      { numRuns: TABLES / TABLES_AT_ONCE },
    );
    expect(read).toBeGreaterThanOrEqual(TABLES);
  });
});

describe('a printed table', () => {
  it('reads back as it was, cell by cell and line by line, in however many pieces', () => {
    fc.assert(
      fc.property(table, delimiter, cuts, (records, by, shares) => {
        const again = parsed(cut(printCsv(records, by), shares), by);
        expect(again.records).toStrictEqual(records);
        expect(again.diagnostics).toStrictEqual([]);
        const starts = records.map((_, at) => 1 + lineBreaks(printCsv(records.slice(0, at), by)));
        expect(again.lines).toStrictEqual(starts);
      }),
      { numRuns: 3000 },
    );
  });

  it('imports as it was, delimiter and newline found without being told', () => {
    const wide = fc.array(fc.tuple(fc.uuid(), cell, cell), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(wide, delimiter, (rows, by) => {
        const { sheet, dialect } = imported(printCsv([['id', 'name', 'note'], ...rows], by), {
          excelText: 'keep',
        });
        expect(dialect).toMatchObject({ delimiter: by, newline: '\r\n' });
        expect(rows.map((_, row) => rowTexts(sheet, row))).toStrictEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty where there is nothing to print', () => {
    expect(printCsv([])).toBe('');
  });
});

describe('any text', () => {
  const unit = fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', ' ', 'a', 'b,', '\ufeff');
  const text = fc.string({ unit, maxLength: 30 });
  const isSound = ({ diagnostics }: ReturnType<typeof parsed>): boolean =>
    diagnostics.every(({ severity }) => severity === 'warning');

  it('reads the same in one piece and in several', () => {
    fc.assert(
      fc.property(text, cuts, (written, shares) => {
        const whole = parsed([written], ',');
        fc.pre(isSound(whole));
        expect(parsed(cut(written, shares), ',')).toStrictEqual(whole);
      }),
      { numRuns: 5000 },
    );
  });

  it('has a line for each record, and they only go up', () => {
    fc.assert(
      fc.property(text, (written) => {
        const whole = parsed([written], ',');
        fc.pre(isSound(whole));
        const { records, lines } = whole;
        expect(lines).toHaveLength(records.length);
        expect(lines.every((line, at) => at === 0 || line > (lines[at - 1] ?? 0))).toBe(true);
        expect(lines.at(-1) ?? 1).toBeLessThanOrEqual(1 + lineBreaks(written));
      }),
      { numRuns: 3000 },
    );
  });

  it('loses no character but those that structure it, or says so', () => {
    fc.assert(
      fc.property(text, cuts, (written, shares) => {
        const { records, diagnostics } = parsed(cut(written, shares), ',');
        fc.pre(diagnostics.length === 0);
        const content = (some: string): string => some.replace(/[,"\r\n]/g, '');
        expect(content(records.flat().join(''))).toBe(content(written));
      }),
      { numRuns: 5000 },
    );
  });
});
