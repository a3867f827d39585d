import { fieldLabel } from '../../../core/words/fields.ts';
import { count, list } from '../../../core/words/text.ts';

export const MAPPING = {
  title: 'Mapping',
  lead: 'What each column is for. Only columns set to “Write” are ever sent.',
  column: 'Column',
  samples: 'First values',
  use: 'Used as',
  field: 'Field',
  proposed: 'proposed',
  needed: 'needs an answer',
  noSamples: 'all blank',
  done: 'Done',
  roles: { key: 'Key', write: 'Write', check: 'Check', reference: 'Reference' },
  roleHints: {
    key: 'Finds the customer',
    write: 'Is written to the customer',
    check: 'Must equal what the customer has',
    reference: 'Kept and reported, never sent',
  },
  keyBy: { id: 'Customer id', email: 'E-mail' },
  groups: {
    customer: 'Customer',
    billing_address: 'Billing address',
    shipping_address: 'Shipping address',
    metadata: 'Metadata',
  },
  metadata: 'Metadata key…',
  metadataKey: 'Metadata key',
  export: 'This looks like a whole export.',
  exportWhy:
    'Writing every column back would undo what others changed since it was made, so no column is written by itself. A column becomes “Write” when you correct a cell of it, or when you choose so here.',
  blankTitle: (address: string) => `Blank cells of the ${fieldLabel(address)}`,
  blankLead: (rows: number) =>
    `${count(rows, 'row')} ${rows === 1 ? 'fills' : 'fill'} in some parts of the address and ${rows === 1 ? 'leaves' : 'leave'} others blank. What do the blank parts mean?`,
  blank: {
    keep: {
      title: 'Keep the old part',
      example: 'A corrected postal code: street and city stay as they are.',
    },
    clear: {
      title: 'Clear the rest',
      example: 'A move: the old “Suite 400” must not stay on the new address.',
    },
  },
  copy: 'Also make the shipping address the same as the new billing address',
  copyHint: 'In rows that edit the billing address.',
  nothing: 'Nothing will be written yet.',
  parts: (address: string, parts: number) => `${fieldLabel(address)} (${count(parts, 'part')})`,
  summary: (things: readonly string[]) => `Will write ${list(things)}.`,
} as const;
