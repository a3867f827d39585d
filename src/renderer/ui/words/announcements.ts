import type { RowState } from '../../../core/row-state.ts';
import { STATE_LABELS } from '../../../core/words/states.ts';
import { count, number } from '../../../core/words/text.ts';

/** States that are called by what there is several of. */
const NOUNS: ReadonlySet<RowState> = new Set(['update', 'invalid', 'conflict']);

/** What is said, and not shown, to those who listen; short, since it interrupts them. */
export const SAID = {
  reading: (file: string) => `Reading ${file}`,
  opened: (file: string, rows: number) => `${file} is open: ${count(rows, 'row')}`,
  planning: 'Dry run: reading customers',
  planned: (states: string) => `Dry run done: ${states}`,
  replanned: (states: string) => `The plan is now: ${states}`,
  running: (customers: number) => `Applying to ${count(customers, 'customer')}`,
  goesOn: 'The run goes on',
  of: (ended: number, total: number) => `${number(ended)} of ${count(total, 'row')} have ended`,
  ended: (how: string, states: string, message: string) =>
    [states === '' ? how : `${how}: ${states}`, message].filter((part) => part !== '').join('. '),
  states: (parts: readonly string[]) => parts.join(', '),
  state: (rows: number, state: RowState) =>
    NOUNS.has(state) ? count(rows, STATE_LABELS[state]) : `${number(rows)} ${STATE_LABELS[state]}`,
  together: (texts: readonly string[]) => texts.join('. '),
} as const;
