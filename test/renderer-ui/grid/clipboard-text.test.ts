import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../../../src/core/steps.ts';
import {
  type Block,
  clipboardRow,
  clipboardSteps,
  clipboardText,
} from '../../../src/renderer/ui/grid/clipboard-text.ts';

/** Reads it whole. */
const parseClipboard = (text: string): Block => resultOf(clipboardSteps(text));

const copied = (rows: Block): string => clipboardText(rows.map(clipboardRow));

describe('cells on the clipboard', () => {
  it('are a block as Excel puts it there, with a break after the last row', () => {
    expect(parseClipboard('02138\tBoston\r\n\tCambridge\r\n')).toEqual([
      ['02138', 'Boston'],
      ['', 'Cambridge'],
    ]);
  });

  it('keep tabs, line breaks and quotation marks of a quoted cell', () => {
    expect(parseClipboard('"12 High St\nFlat ""B"""\tx')).toEqual([['12 High St\nFlat "B"', 'x']]);
  });

  it('take a lone quotation mark as text', () => {
    expect(parseClipboard('"Acme" Ltd\t6" pipe')).toEqual([['"Acme" Ltd', '6" pipe']]);
  });

  it('are one cell where the text has neither tab nor break', () => {
    expect(parseClipboard('02138')).toEqual([['02138']]);
  });

  it('are one bare text where one cell was copied, to go into any text field', () => {
    expect(copied([['02138']])).toBe('02138');
  });

  it('come back as they were copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseClipboard(copied(rows))).toEqual(rows);
      }),
    );
  });
});
