import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type ImportResult, importSheet } from '../../../../src/core/csv/import.ts';
import { isError } from '../../../../src/core/diagnostic.ts';
import { LIMITS } from '../../../../src/core/sheet.ts';
import { between, createRandom } from '../../../../src/practice/random.ts';
import { importInChunks } from '../in-chunks.ts';
import { type Hostile, hostileFiles } from './hostile.ts';
import { silentLosses } from './silent-losses.ts';

const SEED = 20_261_124;
const OF_EACH = 40;
const files = hostileFiles(SEED, OF_EACH);
const read = files.map((file) => ({ file, result: resultOf(file) }));

/** A crash is a result that no test here forgives. */
function resultOf({ bytes, options }: Hostile): ImportResult | { readonly crash: string } {
  try {
    return importSheet(bytes, options);
  } catch (error) {
    return { crash: String(error) };
  }
}

const diagnosticsOf = (result: ImportResult) => (result.ok ? result.value.diagnostics : result.error);

/** Where quotation marks are out of order, what follows depends on how the text is cut; the file is refused anyway. */
const isQuotedInOrder = (result: ImportResult): boolean =>
  !diagnosticsOf(result).some(({ code }) => code === 'unclosed_quote' || code === 'text_after_quote');

const whole = read.flatMap(({ file, result }) => ('crash' in result ? [] : [{ file, result }]));

describe(`${files.length} hostile files (seed ${SEED})`, () => {
  it('are enough, crash nothing, and many of them can be read', () => {
    expect(files.length).toBeGreaterThanOrEqual(300);
    expect(read.filter(({ result }) => 'crash' in result)).toEqual([]);
    const usable = whole.filter(({ result }) => !diagnosticsOf(result).some(isError));
    expect(usable.length).toBeGreaterThan(files.length / 5);
    expect(files.length - usable.length).toBeGreaterThan(files.length / 5);
  });

  it('lose nothing in silence', () => {
    const lost = whole.flatMap(({ file, result }) =>
      silentLosses(file.bytes, result).map((loss) => `${file.what}: ${loss}`),
    );
    expect(lost).toEqual([]);
  });

  it('give sheets that are sound: as many lines as rows, all columns as long, no more than the limits', () => {
    for (const { file, result } of whole) {
      if (!result.ok) continue;
      const { columns, rowCount, cells, lines } = result.value.sheet;
      expect(lines, file.what).toHaveLength(rowCount);
      expect(cells, file.what).toHaveLength(columns.length);
      const isFilled = (texts: readonly string[]): boolean =>
        texts.length === rowCount && texts.every((text) => typeof text === 'string');
      expect(cells.every(isFilled), file.what).toBe(true);
      expect(columns.length).toBeLessThanOrEqual(LIMITS.columns);
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      const goUp = lines.every((line, at) => at === 0 || line > (lines[at - 1] ?? 0));
      expect(goUp || !isQuotedInOrder(result), file.what).toBe(true);
    }
  });

  it('are the same sheets and findings in whatever chunks they come', () => {
    const random = createRandom(SEED);
    for (const { file, result } of whole) {
      const again = importInChunks(cut(file.bytes, random), file.options).result;
      expect(again.ok, file.what).toBe(result.ok);
      if (isQuotedInOrder(result)) expect(isDeepStrictEqual(again, result), file.what).toBe(true);
      else expect(diagnosticsOf(again).some(isError), file.what).toBe(true);
    }
  });

  it('leave every object what it was', () => {
    const names = Object.getOwnPropertyNames(Object.prototype).sort();
    expect(names).toStrictEqual(PROPERTIES_BEFORE);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys({})).toEqual([]);
  });
});

const PROPERTIES_BEFORE = [
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
];

/** Cut at random places: into a few hundred chunks at most, often of a byte or two. */
function cut(bytes: Uint8Array, random: () => number): readonly Uint8Array[] {
  const most = Math.ceil(bytes.length / between(random, 1, 400));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = between(random, 1, most);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

describe('the law that nothing is lost in silence', () => {
  const bytes = new TextEncoder().encode('id,name\n1,Anna\n2,Bob\n');
  const result = importSheet(bytes);
  if (!result.ok) throw new Error('It should be readable');
  const { sheet } = result.value;
  const changed = (change: Partial<typeof sheet>): ImportResult => ({
    ok: true,
    value: { ...result.value, sheet: { ...sheet, ...change } },
  });

  it('catches a row, a column, a letter and an order that got lost', () => {
    expect(silentLosses(bytes, result)).toEqual([]);
    expect(silentLosses(bytes, changed({ lines: [2] }))).not.toEqual([]);
    expect(silentLosses(bytes, changed({ cells: sheet.cells.slice(1) }))).not.toEqual([]);
    expect(
      silentLosses(
        bytes,
        changed({
          cells: [
            ['1', '2'],
            ['Ana', 'Bob'],
          ],
        }),
      ),
    ).not.toEqual([]);
    expect(
      silentLosses(
        bytes,
        changed({
          cells: [
            ['2', '1'],
            ['Bob', 'Anna'],
          ],
        }),
      ),
    ).not.toEqual([]);
    expect(silentLosses(bytes, { ok: false, error: [] })).not.toEqual([]);
  });
});
