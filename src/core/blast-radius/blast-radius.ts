import type { RowId } from '../diagnostic.ts';
import type { PlannedUpdate } from '../plan.ts';
import type { WarningKind } from '../warning-kinds.ts';
import { subjectsOf } from './change-subjects.ts';
import { type Figure, type FigureSubject, figureId } from './figure.ts';
import { findSurprises, type Surprise } from './surprises.ts';

/** What a plan would do, in figures to decide by. Every one of them can be followed to its rows. */
export interface BlastRadius {
  /** Updates: customers that would be written. */
  readonly customers: number;
  /** Those that count something, most rows first. */
  readonly figures: readonly Figure[];
  /** What is unusual about the plan as a whole, by figure. */
  readonly surprises: readonly Surprise[];
}

/** @param warnings the kinds of warning about these updates */
export function blastRadius(
  updates: readonly PlannedUpdate[],
  warnings: readonly WarningKind[] = [],
): BlastRadius {
  const counted = new Counted();
  for (const update of updates) {
    for (const change of update.changes) {
      for (const subject of subjectsOf(update, change)) counted.add(subject, update.row);
    }
  }
  const warned = new Set(warnings.flatMap(({ rowIds }) => rowIds));
  for (const { row } of updates) if (warned.has(row)) counted.add({ kind: 'warned' }, row);
  for (const { code, message, rowIds } of warnings) {
    for (const row of rowIds) counted.add({ kind: 'warning', code, message }, row);
  }
  const surprises = findSurprises(updates, counted.figures);
  for (const { subject, row } of surprises.sameValues) counted.add(subject, row);
  return { customers: updates.length, figures: counted.figures, surprises: surprises.found };
}

/** Rows by figure; a row with two changes that count in one counts once. */
class Counted {
  readonly #byId = new Map<
    string,
    { readonly id: string; readonly subject: FigureSubject; readonly rows: RowId[] }
  >();

  get figures(): readonly Figure[] {
    return [...this.#byId.values()].sort((a, b) => b.rows.length - a.rows.length);
  }

  add(subject: FigureSubject, row: RowId): void {
    const id = figureId(subject);
    const figure = this.#byId.get(id) ?? { id, subject, rows: [] };
    if (figure.rows.at(-1) !== row) figure.rows.push(row);
    this.#byId.set(id, figure);
  }
}
