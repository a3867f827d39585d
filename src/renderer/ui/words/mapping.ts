import { fieldLabel } from '../../../core/words/fields.ts';
import { count, list, number } from '../../../core/words/text.ts';

const KEEP = 'Keep the old part';
const CLEAR = 'Clear the rest';

export const MAPPING = {
  title: 'Mapping',
  lead: 'What each column is for. Only columns set to “Write” are ever sent.',
  column: 'Column',
  samples: 'First values',
  use: 'Used as',
  field: 'Field',
  columns: 'Columns',
  columnCount: (of: number) => count(of, 'column'),
  foundColumns: (found: number, of: number) => `${number(found)} of ${count(of, 'column')}`,
  noColumns: 'No column has these words in its name or field.',
  findColumn: 'Find a column',
  onlyWritten: (written: number) => `Only written (${number(written)})`,
  unused: (columns: number) => `${count(columns, 'column')} not used`,
  moreColumns: (next: number, left: number) => `Show ${number(next)} of ${count(left, 'more column')}`,
  proposedBecause: (why: string) => `proposed: ${why}`,
  chosen: 'chosen by you',
  asLastTime: 'as last time',
  writtenOnceEdited: (field: string) => `${field}: written once you edit a cell`,
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
      title: KEEP,
      example: 'A corrected postal code: street and city stay as they are.',
    },
    clear: {
      title: CLEAR,
      example: 'A move: the old “Suite 400” must not stay on the new address.',
    },
  },
  fromLastTime: (day: string) => `Mapping from last time, ${day}: check it.`,
  fromLastTimeWhy:
    'A sheet with the same headers was mapped like this. What blank cells mean is asked again, since it may be another matter this time.',
  constantsLastTime: (fields: readonly string[]) =>
    `Last time there ${fields.length === 1 ? 'was a constant' : 'were constants'} for ${list(fields.map(fieldLabel))}.`,
  proposeAnew: 'Propose anew',
  blankLastTime: (day: string, rule: 'keep' | 'clear') =>
    `On ${day} the answer was “${rule === 'keep' ? KEEP : CLEAR}”; say it again for this sheet.`,
  copy: 'Also make the shipping address the same as the new billing address',
  copyHint: 'In rows that edit the billing address.',
  copyLastTime: 'It was so last time.',
  constants: 'Constants',
  constantsLead:
    'A value for the blank cells of a field, the same in every row. One for an address goes only into rows that edit that address.',
  addConstant: 'Add a constant',
  constantField: 'Field of the constant',
  constantFor: (field: string) => `Constant: ${field}`,
  constantValue: 'Value',
  constantClear: 'Clear the field',
  constantCleared: 'is cleared',
  removeConstant: (field: string) => `Remove the constant for ${field}`,
  constantThing: (field: string) => `${fieldLabel(field)} (constant)`,
  nothing: 'Nothing will be written yet.',
  parts: (address: string, parts: number) => `${fieldLabel(address)} (${count(parts, 'part')})`,
  summary: (things: readonly string[]) => `Will write ${list(things)}.`,
} as const;
