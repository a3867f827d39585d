import type { RowId } from '../../src/core/diagnostic.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import type { Boundary } from './boundaries.ts';

/** How a process of a run is to die. One that dies at a moment is killed from outside. */
export interface OwnDeath {
  readonly boundary: Boundary;
  /** Counted from 1: how often it is passed by, the last time not alive. */
  readonly nth: number;
}

/** What a process of a run is told. */
export interface LifeInput {
  readonly dataFolder: string;
  readonly runId: string;
  /** The plan to begin with; missing where the run is gone on with from its folder alone. */
  readonly planPath?: string;
  readonly baseUrl: string;
  readonly key: string;
  /** Since when time passes faster, in epoch ms. */
  readonly since: number;
  readonly seed: number;
  readonly concurrency: number;
  readonly death?: OwnDeath | undefined;
}

/** What a process of a run says, a line of JSON each, before anything that comes after it happens. */
export type LifeMessage =
  | { readonly kind: 'awake' }
  | { readonly kind: 'passed'; readonly boundary: Boundary }
  /** A row is shown as ended. */
  | { readonly kind: 'ended'; readonly row: RowId; readonly outcome: Outcome }
  | { readonly kind: 'completed' }
  /** It could not go on as it should have. */
  | { readonly kind: 'wrong'; readonly why: string };
