import { count } from '../../../core/words/text.ts';

/** Above the figures of a run. */
export const RUN = {
  ofRows: (total: number) => `of ${count(total, 'row')} done`,
  underway: 'Each row is marked applied once Atlas shows its new values.',
  changed: (customers: number) => (customers === 1 ? 'customer changed' : 'customers changed'),
  seen: 'Atlas showed the new values of each of them.',
  withEarlier: 'Rows of earlier runs of this sheet are counted too.',
} as const;
