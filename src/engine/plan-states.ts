import { NOT_PLANNED } from '../contract/state-bytes.ts';
import { ALL_STATES, type RowState, type StateCounts, stateNumber } from '../core/row-state.ts';

/** The state of each row of a plan, and how many rows have each: counted as they change, since there may be a million. */
export class PlanStates {
  /** By row, its state as its number in `ALL_STATES`, or `NOT_PLANNED`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #counts: number[] = ALL_STATES.map(() => 0);

  /** No row is in the plan yet. */
  constructor(rowCount: number) {
    this.bytes = new Uint8Array(rowCount).fill(NOT_PLANNED);
  }

  /** The plan has this row. */
  add(row: number, state: RowState): void {
    const number = stateNumber(state);
    this.bytes[row] = number;
    this.#shift(number, 1);
  }

  /** Sets the state of a row that the plan has; says whether that is another one. */
  set(row: number, state: RowState): boolean {
    const next = stateNumber(state);
    const before = this.bytes[row];
    if (before === undefined || before === NOT_PLANNED || before === next) return false;
    this.bytes[row] = next;
    this.#shift(before, -1);
    this.#shift(next, 1);
    return true;
  }

  of(row: number): RowState {
    return ALL_STATES[this.bytes[row] ?? 0] ?? 'ready';
  }

  rowsIn(state: RowState): ReadonlySet<number> {
    const number = stateNumber(state);
    const rows = new Set<number>();
    for (const [row, its] of this.bytes.entries()) if (its === number) rows.add(row);
    return rows;
  }

  get counts(): StateCounts {
    return Object.fromEntries(
      ALL_STATES.flatMap((state, index) => {
        const total = this.#counts[index] ?? 0;
        return total === 0 ? [] : [[state, total]];
      }),
    );
  }

  #shift(number: number, by: 1 | -1): void {
    this.#counts[number] = (this.#counts[number] ?? 0) + by;
  }
}
