import Papa from 'papaparse';
import { importSheet } from '../../src/core/csv/import.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { bigSheet } from './big-sheet.ts';
import { type Bench, medianRatio, timeInTurn } from './harness.ts';

const ROWS = 100_000;
const ROUNDS = 9;
/** Between 7.3 and 10 was measured; the schema of the body, run for each row, is a quarter of it. */
const BOUND = { kind: 'at most', value: 15 } as const;

/** From a file's bytes to the final counts of findings. */
function importAndValidate(bytes: Uint8Array) {
  const imported = importSheet(bytes);
  if (!imported.ok) throw new Error('The sheet should be readable');
  const { sheet } = imported.value;
  const { mapping } = proposeMapping(sheet);
  return validateSheet(unedited(sheet), { ...mapping, blanks: { billing_address: 'keep' } });
}

/** Import and validation of a sheet against PapaParse alone on its text; quotes where a cell needs them, as Excel writes. */
export const csvValidation: Bench = {
  name: 'csv + validation',
  run: async () => {
    const text = Papa.unparse(bigSheet(ROWS) as string[][], { newline: '\r\n' });
    const bytes = new TextEncoder().encode(text);
    const validated = importAndValidate(bytes);
    const { ready, invalid } = validated.counts;
    if (ready + invalid !== ROWS || invalid === 0) throw new Error('The sheet was not validated');
    const timings = await timeInTurn(
      () => Papa.parse(text, { delimiter: ',' }),
      () => importAndValidate(bytes),
      ROUNDS,
    );
    return [
      {
        name: 'csv + validation of 100,000 × 13, against bare PapaParse',
        value: medianRatio(timings),
        unit: '×',
        bound: BOUND,
      },
    ];
  },
};
