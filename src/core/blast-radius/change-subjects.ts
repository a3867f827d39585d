import type { Change } from '../change.ts';
import { fieldShape } from '../fields.ts';
import type { PlannedUpdate } from '../plan.ts';
import { isSendable } from '../undo.ts';
import { restoring } from '../undo-written.ts';
import { valueText } from '../words/values.ts';
import type { FigureSubject, WhyNotUndoable } from './figure.ts';
import { isClear } from './is-about.ts';

/** The figures that a change counts in, whatever the other rows do. */
export function subjectsOf(update: PlannedUpdate, change: Change): readonly FigureSubject[] {
  const { field } = change;
  const subjects: FigureSubject[] = [{ kind: 'field', field }];
  if (isClear(change)) subjects.push({ kind: 'field_cleared', field }, { kind: 'cleared' });
  subjects.push(...countrySubjects(change));
  const why = whyNotUndoable(update, change);
  if (why) subjects.push({ kind: 'not_undoable', field, why });
  return subjects;
}

const NONE: readonly FigureSubject[] = [];

function countrySubjects({ field, before, after }: Change): readonly FigureSubject[] {
  const shape = fieldShape(field);
  if (shape.kind !== 'address' || shape.part !== 'country') return NONE;
  const { address } = shape;
  const country = { kind: 'country', address } as const;
  if (before === undefined) return [country];
  return [country, { kind: 'country_move', address, from: valueText(before), to: valueText(after) }];
}

function whyNotUndoable(update: PlannedUpdate, change: Change): WhyNotUndoable | undefined {
  if (change.before === undefined) return 'before_unknown';
  return isSendable({ field: change.field, edit: restoring(update, change) }) ? undefined : 'not_sendable';
}
