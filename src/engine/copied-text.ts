import { curlCommand, requestText } from '../core/request-text.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { MethodInput, MethodOutput } from './methods.ts';
import type { PlanEntry } from './plan-entry.ts';
import { rowView } from './row-views.ts';

/** Characters. SECURITY: no data of a customer's fills another program's memory by a click. */
const MOST_COPIED = 1_000_000;

/** What is put on the clipboard about a row: made of what the host knows, whatever the window shows. */
export function copiedText(
  entry: PlanEntry,
  row: number,
  what: MethodInput<'plan.text'>['what'],
): Result<MethodOutput<'plan.text'>, Refused> {
  const view = rowView(entry, row);
  if (!view) return err(refused('nothing_to_copy'));
  const text = textOf(view, what, entry.linked.connection.baseUrl);
  if (text === '') return err(refused('nothing_to_copy'));
  return text.length > MOST_COPIED ? err(refused('too_long_to_copy')) : ok({ text });
}

function textOf(
  { request, attempts }: NonNullable<ReturnType<typeof rowView>>,
  what: MethodInput<'plan.text'>['what'],
  baseUrl: string,
): string {
  if (typeof what === 'object')
    return attempts.find(({ number }) => number === what.requestIdOf)?.requestId ?? '';
  if (!request) return '';
  return what === 'curl' ? curlCommand(request, baseUrl) : requestText(request);
}
