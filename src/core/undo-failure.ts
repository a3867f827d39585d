import type { DryRunFailure } from './dry-run-failure.ts';
import type { ConnectionInfo } from './plan.ts';

/** Why a run can't be undone. Nothing was written. */
export type UndoFailure =
  | DryRunFailure
  /** The run wrote to no customer. */
  | { readonly code: 'nothing_written' }
  /** Another address or mode than the run's: its customers are others. */
  | { readonly code: 'other_connection'; readonly made: ConnectionInfo };
