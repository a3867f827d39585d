import { type EditedSheet, unedited } from './edited-sheet.ts';
import type { Field } from './fields.ts';
import type { Plan } from './plan.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { CLEAR_TOKEN } from './tokens.ts';
import { valueText } from './words/values.ts';

/**
 * Stands in reports for a file that is not there: an undo has none, and a run found again in the data folder has left
 * its own behind. A sheet of the plan's customers and of what each field is set to, which imports like any other.
 */
export function sheetOfPlan(plan: Pick<Plan, 'rows'>): EditedSheet {
  const fields = new Set<Field>();
  const editsByRow = plan.rows.map((row) => {
    const edits = new Map(row.action === 'update' ? row.edits.map(({ field, edit }) => [field, edit]) : []);
    for (const field of edits.keys()) fields.add(field);
    return edits;
  });
  const ids = plan.rows.map((row) => {
    if ('customerId' in row) return row.customerId ?? '';
    return 'key' in row ? row.key.text : '';
  });
  const columns = ['customer_id', ...fields].map((header, index) => ({ index, header, name: header }));
  const written = [...fields].map((field) => editsByRow.map((edits) => cellOf(edits.get(field))));
  return unedited({
    columns,
    rowCount: plan.rows.length,
    cells: [ids, ...written],
    lines: plan.rows.map(({ line }) => line),
    raggedRows: new Map(),
  });
}

function cellOf(edit: PlannedEdit | undefined): string {
  if (!edit) return '';
  const text = edit.kind === 'clear' ? '' : valueText(edit.value);
  return text === '' ? CLEAR_TOKEN : text;
}
