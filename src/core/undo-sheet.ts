import { printCsv } from './csv/print.ts';
import { inFieldOrder } from './fields.ts';
import { type ColumnRole, type Mapping, mappingOf } from './mapping.ts';
import { type Plan, updatesOf } from './plan.ts';
import { askedValue } from './planned-edit.ts';
import type { RunState } from './run.ts';
import { CLEAR_TOKEN } from './tokens.ts';
import { writtenCustomers } from './undo-written.ts';
import { UNDO_SHEET } from './words/undo.ts';
import { valueText } from './words/values.ts';

/** The sheet by which a window shows an undo: a row for each row of its plan, with the values from before the run. */
export interface UndoSheet {
  readonly csv: string;
  /** Every column for reference: its cells are shown, and what is written the plan of the undo says. */
  readonly mapping: Mapping;
}

/** Holds each row's line in the file of the run. */
export const UNDO_LINE_COLUMN = 0;
const CUSTOMER_COLUMN = 1;
export const UNDO_NAME_COLUMN = 2;

/**
 * The undo of a run as a sheet, from the run alone: it is there before any customer was read, and the same each time
 * as long as the run is. Its rows are in the order of `writtenCustomers`, as those of the plan.
 */
export function undoSheetOf(plan: Plan, run: Pick<RunState, 'rows'>): UndoSheet {
  const written = writtenCustomers(plan, run);
  const fields = inFieldOrder(
    written.flatMap((customer) => customer.fields.map(({ change }) => change.field)),
  );
  const header = [
    UNDO_SHEET.line(plan.fileName),
    UNDO_SHEET.customer,
    UNDO_SHEET.name,
    ...fields.map(UNDO_SHEET.field),
  ];
  const names = new Map(
    updatesOf(plan).map((update) => [update.customerId, update.snapshot?.customer.name ?? '']),
  );
  const records = written.map(({ line, customerId, fields: changed }) => {
    const before = new Map(changed.map(({ change, edit }) => [change.field, valueText(askedValue(edit))]));
    const cells = fields.map((field) => {
      const text = before.get(field);
      return text === undefined ? '' : text || CLEAR_TOKEN;
    });
    return [String(line), customerId, names.get(customerId) ?? '', ...cells];
  });
  const reference = fields.map((field): ColumnRole => ({ kind: 'reference', field }));
  const mapping = mappingOf([
    { kind: 'reference' },
    { kind: 'reference' },
    { kind: 'reference' },
    ...reference,
  ]);
  return { csv: printCsv([header, ...records]), mapping };
}

/** The mapping that tells people what the columns of an undo's sheet stand for. Nothing is planned by it. */
export function undoMappingShown({ roles, ...rest }: Mapping): Mapping {
  return {
    ...rest,
    roles: roles.map((role, column): ColumnRole => {
      if (column === CUSTOMER_COLUMN) return { kind: 'key', by: 'id' };
      return role.kind === 'reference' && role.field !== undefined
        ? { kind: 'write', field: role.field }
        : role;
    }),
  };
}
