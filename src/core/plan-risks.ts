import type { Change } from './change.ts';
import { type AddressName, type Field, fieldShape } from './fields.ts';
import type { PlannedUpdate } from './plan.ts';
import { isSendable } from './undo.ts';
import { restoring } from './undo-written.ts';
import { valueText } from './words/values.ts';

/** What of a plan deserves a second look before it is approved. */
export interface PlanRisks {
  /** Customers that move to another country, by address and move, the most frequent first. */
  readonly countryMoves: readonly CountryMove[];
  /** Changes that an undo can't take back, by field. */
  readonly notUndoable: readonly NotUndoable[];
}

export interface CountryMove {
  readonly address: AddressName;
  /** Empty where there was, or will be, none. */
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

export interface NotUndoable {
  readonly field: Field;
  /** What is there now is not known, or Atlas would not take it back: an e-mail can't be emptied. */
  readonly why: 'before_unknown' | 'not_sendable';
  readonly changes: number;
}

export function planRisks(updates: readonly PlannedUpdate[]): PlanRisks {
  const moves = new Map<string, CountryMove>();
  const lost = new Map<string, NotUndoable>();
  for (const update of updates) {
    for (const change of update.changes) {
      const move = moveOf(change);
      if (move) {
        const key = JSON.stringify([move.address, move.from, move.to]);
        moves.set(key, { ...move, customers: (moves.get(key)?.customers ?? 0) + 1 });
      }
      const why = whyNotUndoable(update, change);
      if (why) {
        const { field } = change;
        const key = `${why} ${field}`;
        lost.set(key, { field, why, changes: (lost.get(key)?.changes ?? 0) + 1 });
      }
    }
  }
  const countryMoves = [...moves.values()].sort((a, b) => b.customers - a.customers);
  return { countryMoves, notUndoable: [...lost.values()].sort((a, b) => b.changes - a.changes) };
}

function moveOf({ field, before, after }: Change): Omit<CountryMove, 'customers'> | undefined {
  const shape = fieldShape(field);
  if (shape.kind !== 'address' || shape.part !== 'country' || before === undefined) return undefined;
  return { address: shape.address, from: valueText(before), to: valueText(after) };
}

function whyNotUndoable(update: PlannedUpdate, change: Change): NotUndoable['why'] | undefined {
  if (change.before === undefined) return 'before_unknown';
  return isSendable({ field: change.field, edit: restoring(update, change) }) ? undefined : 'not_sendable';
}
