import type { RowId } from '../../core/diagnostic.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { Snapshot } from '../../core/snapshot.ts';

/** What was read of a row's customer; of two readings the one whose request left later has the higher serial. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly serial: number;
}

/** The latest readings of the rows of a run that have not ended. Serials tell before from after where clocks can't. */
export class Readings {
  readonly #byRow = new Map<RowId, Reading>();
  readonly #rowsByCustomer = new Map<string, RowId>();
  #serial = 0;

  /** Begins with what the dry run read. */
  constructor(updates: readonly PlannedUpdate[]) {
    for (const { row, snapshot } of updates) {
      if (!snapshot) continue;
      this.#byRow.set(row, { snapshot, serial: 0 });
      this.#rowsByCustomer.set(snapshot.customer.id, row);
    }
  }

  /** The serial of the last request that left. */
  mark(): number {
    return this.#serial;
  }

  /** Of a request that leaves now. */
  next(): number {
    return ++this.#serial;
  }

  get(row: RowId): Reading | undefined {
    return this.#byRow.get(row);
  }

  isOpen(row: RowId): boolean {
    return this.#byRow.has(row);
  }

  keep(row: RowId, snapshot: Snapshot, serial: number): Reading {
    const reading = { snapshot, serial };
    const known = this.#byRow.get(row);
    if (known && known.serial <= serial) this.#byRow.set(row, reading);
    return reading;
  }

  /** Keeps those of a page that belong to rows that have not ended; says which. */
  keepPage(snapshots: readonly Snapshot[], serial: number): ReadonlySet<RowId> {
    const shown = new Set<RowId>();
    for (const snapshot of snapshots) {
      const row = this.#rowsByCustomer.get(snapshot.customer.id);
      if (row === undefined || !this.isOpen(row)) continue;
      this.keep(row, snapshot, serial);
      shown.add(row);
    }
    return shown;
  }

  forget(row: RowId): void {
    this.#byRow.delete(row);
  }
}
