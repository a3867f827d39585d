import type { HeldBy } from './held-by.ts';

/** Why a run kept on the disk can't be opened or read. */
export type RunFault =
  | { readonly code: 'unknown_run'; readonly runId: string }
  | { readonly code: 'open_elsewhere'; readonly runId: string; readonly by: HeldBy }
  /** The disk refuses. */
  | { readonly code: 'files_unreadable'; readonly runId: string; readonly detail: string }
  | { readonly code: 'plan_missing'; readonly runId: string }
  /** It is not what was written: its checksum or its hash differ. */
  | { readonly code: 'plan_changed'; readonly runId: string }
  | { readonly code: 'plan_of_other_shape'; readonly runId: string; readonly where: string }
  | { readonly code: 'newer_version'; readonly runId: string; readonly file: 'plan' | 'journal' }
  /** `record` counts from 1, `byte` from 0. */
  | {
      readonly code: 'journal_damaged';
      readonly runId: string;
      readonly record: number;
      readonly byte: number;
    }
  | {
      readonly code: 'journal_of_other_shape';
      readonly runId: string;
      readonly record: number;
      readonly where: string;
    }
  /** Plan and journal are each whole, and not of the same run. */
  | { readonly code: 'journal_of_other_plan'; readonly runId: string; readonly record: number };
