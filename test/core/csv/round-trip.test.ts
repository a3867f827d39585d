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
