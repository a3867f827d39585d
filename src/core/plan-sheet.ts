import { type EditedSheet, unedited } from './edited-sheet.ts';
import { NO_EXCEL_TEXT } from './excel-text.ts';
import type { Field } from './fields.ts';
import { type Plan, plannedOf } from './plan.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { CLEAR_TOKEN } from './tokens.ts';
import { valueText } from './words/values.ts';

/**
 * Stands in reports for a file that is not there: an undo has none, and a run found again in the data folder has left
 * its own behind. A sheet of the plan's customers and of what each field is set to, which imports like any other.
 */
export function sheetOfPlan(plan: Pick<Plan, 'rows'>): EditedSheet {
  const fields = new Set<Field>();
  // Rows keep their ids; one that was added and removed again has a place, and nothing in it.
  const planned = Array.from({ length: (plan.rows.at(-1)?.row ?? -1) + 1 }, (_, row) => plannedOf(plan, row));
  const editsByRow = planned.map((row) => {
    const edits = new Map(row?.action === 'update' ? row.edits.map(({ field, edit }) => [field, edit]) : []);
    for (const field of edits.keys()) fields.add(field);
    return edits;
  });
  const ids = planned.map((row) => {
    if (row && 'customerId' in row) return row.customerId ?? '';
    return row && 'key' in row ? row.key.text : '';
  });
  const columns = ['customer_id', ...fields].map((header, index) => ({ index, header, name: header }));
  const written = [...fields].map((field) => editsByRow.map((edits) => cellOf(edits.get(field))));
  return unedited({
    columns,
    rowCount: planned.length,
    cells: [ids, ...written],
    lines: planned.map((row) => row?.line ?? 0),
    raggedRows: new Map(),
    excelText: NO_EXCEL_TEXT,
  });
}

function cellOf(edit: PlannedEdit | undefined): string {
  if (!edit) return '';
  const text = edit.kind === 'clear' ? '' : valueText(edit.value);
  return text === '' ? CLEAR_TOKEN : text;
}
