import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sheetSummary } from '../../src/cli/view/sheet-summary.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { ID, imported, mappingBy } from '../core/making.ts';

const FILE = `Customer ID,Bill To Zip,State,Postcode,Notes\n${`${ID},02138,open,02139,x\n`.repeat(3)}`;

function linesOf(roles?: readonly string[]): readonly string[] {
  const read = imported(FILE);
  const proposal = proposeMapping(read.sheet);
  const mapping = roles ? mappingBy(roles) : proposal.mapping;
  const summary = sheetSummary('edits.csv', read, validateSheet(unedited(read.sheet), mapping), proposal);
  return stripVTControlCharacters(summary)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
}

describe('what the terminal says of a sheet', () => {
  it('is what each column is for and why, and why a column that sounds useful is not used', () => {
    expect(linesOf()).toEqual([
      'Customer ID finds the customer by id (name and values fit)',
      'Bill To Zip is written to billing postal code (name and values fit)',
      'State is not used (called like the billing state, but its values don’t look like it)',
      'Postcode is not used (“Bill To Zip” is already the billing postal code)',
    ]);
  });

  it('gives no reasons for what the person chose', () => {
    expect(linesOf(['key:id', 'reference', 'reference', 'write:description', 'reference'])).toEqual([
      'Customer ID finds the customer by id (name and values fit)',
      'State is not used (called like the billing state, but its values don’t look like it)',
      'Postcode is written to description',
    ]);
  });
});
