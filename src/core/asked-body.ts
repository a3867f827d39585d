import { type CompiledMapping, writeColumnOf } from './compiled-mapping.ts';
import type { Diagnostic, RowId } from './diagnostic.ts';
import type { FieldEdit } from './edits.ts';
import { cleaningFix } from './excel-damage/cleaning-fix.ts';
import { fieldShape } from './fields.ts';
import type { JsonValue } from './json.ts';
import { checkPatchBody, isBodyIssue, type PatchBody } from './patch-body.ts';
import { finding } from './words/diagnostics.ts';

/** What the row asks for, as the schema of the body judges it. */
export function checkAskedBody(
  edits: readonly FieldEdit[],
  mapping: CompiledMapping,
  row: RowId,
  diagnostics: Diagnostic[],
): void {
  for (const problem of checkPatchBody(askedBody(edits))) {
    const field = problem.path.join('.');
    const column = writeColumnOf(mapping, field);
    const place =
      column === undefined ? ({ kind: 'row', row } as const) : ({ kind: 'cell', row, column } as const);
    if (!isBodyIssue(problem.message)) {
      diagnostics.push(finding('value_not_allowed', place, { why: problem.message }));
    } else if (problem.message === 'not_an_email') {
      const edit = edits.find(({ field: name }) => name === 'email')?.edit;
      const text = edit?.kind === 'set' ? String(edit.value) : '';
      diagnostics.push(finding('not_an_email', place, { text }, cleaningFix(text, 'one word')));
    } else {
      diagnostics.push(finding(problem.message, place));
    }
  }
}

function askedBody(edits: readonly FieldEdit[]): PatchBody {
  const body: Record<string, JsonValue | Record<string, JsonValue>> = {};
  for (const { field, edit } of edits) {
    if (edit.kind === 'clear') continue;
    const shape = fieldShape(field);
    if (shape.kind === 'plain') body[shape.name] = edit.value;
    else if (shape.kind === 'address') objectAt(body, shape.address)[shape.part] = edit.value;
    else
      Object.defineProperty(objectAt(body, 'metadata'), shape.key, { value: edit.value, enumerable: true });
  }
  return body;
}

function objectAt(
  body: Record<string, JsonValue | Record<string, JsonValue>>,
  name: string,
): Record<string, JsonValue> {
  body[name] ??= {};
  return body[name] as Record<string, JsonValue>;
}
