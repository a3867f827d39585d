import type { RowId } from '../../core/diagnostic.ts';
import type { Resolution } from '../../core/plan-rows.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { KeyedRow } from './keyed-row.ts';

/** What a dry run has found out, for the next one of the same sheet. */
export interface Readings {
  /** The customers of rows, as far as they were found. */
  readonly snapshots: ReadonlyMap<RowId, Snapshot>;
  /** E-mails that nobody had, each with when that was asked, in epoch milliseconds. */
  readonly freeEmails: ReadonlyMap<string, number>;
  /** How many of the rows were looked for at Atlas, and how many were known from before. */
  readonly read: number;
  readonly known: number;
  /** When the oldest of the known ones was read, in epoch milliseconds. */
  readonly knownSince: number | undefined;
}

/** What became of the rows whose customers were looked for; those that a dry run before had read are told apart. */
export function readingsOf(
  ready: readonly KeyedRow[],
  resolutions: ReadonlyMap<RowId, Resolution>,
  before: { find(row: KeyedRow): Snapshot | undefined } | undefined,
): Omit<Readings, 'freeEmails'> {
  const snapshots = new Map<RowId, Snapshot>();
  let [read, known] = [0, 0];
  let knownSince: number | undefined;
  for (const keyed of ready) {
    const resolution = resolutions.get(keyed.row);
    if (resolution?.kind === 'not_found') read++;
    if (resolution?.kind !== 'found') continue;
    const { snapshot } = resolution;
    snapshots.set(keyed.row, snapshot);
    if (before?.find(keyed) === snapshot) {
      known++;
      knownSince = Math.min(knownSince ?? snapshot.readAt, snapshot.readAt);
    } else {
      read++;
    }
  }
  return { snapshots, read, known, knownSince };
}
