import type { Outcome } from './outcome.ts';
import type { PlanAction } from './plan.ts';
import type { SheetState } from './validate.ts';

export type OutcomeState = Outcome['state'];

/** Each row has exactly one of these; the states add up to the rows. */
export type RowState = SheetState | PlanAction | 'stale' | 'queued' | 'sending' | OutcomeState;

export type Stage = 'sheet' | 'plan' | 'run';

/** Every state with its stage and whether a person should look at it. Every screen, file and count derives from this. */
export const ROW_STATES = {
  invalid: { stage: 'sheet', tone: 'bad' },
  ready: { stage: 'sheet', tone: 'quiet' },
  excluded: { stage: 'sheet', tone: 'quiet' },
  update: { stage: 'plan', tone: 'change' },
  unchanged: { stage: 'plan', tone: 'quiet' },
  not_found: { stage: 'plan', tone: 'bad' },
  blocked: { stage: 'plan', tone: 'bad' },
  unread: { stage: 'plan', tone: 'bad' },
  stale: { stage: 'plan', tone: 'attention' },
  queued: { stage: 'run', tone: 'change' },
  sending: { stage: 'run', tone: 'change' },
  applied: { stage: 'run', tone: 'good' },
  partly_applied: { stage: 'run', tone: 'attention' },
  not_applied: { stage: 'run', tone: 'bad' },
  already_so: { stage: 'run', tone: 'good' },
  conflict: { stage: 'run', tone: 'attention' },
  rejected: { stage: 'run', tone: 'bad' },
  failed: { stage: 'run', tone: 'bad' },
  unknown: { stage: 'run', tone: 'bad' },
  not_attempted: { stage: 'run', tone: 'attention' },
} as const satisfies Record<RowState, { readonly stage: Stage; readonly tone: Tone }>;

export type Tone = 'quiet' | 'change' | 'good' | 'attention' | 'bad';

export type StateCounts = { readonly [state in RowState]?: number };

/** In the order of their stages, for tabs, summaries and files. */
export const ALL_STATES = Object.keys(ROW_STATES) as readonly RowState[];

const NUMBERS: ReadonlyMap<RowState, number> = new Map(ALL_STATES.map((state, index) => [state, index]));

/** A state as its place in `ALL_STATES`, for where very many are held or sent. */
export const stateNumber = (state: RowState): number => NUMBERS.get(state) ?? 0;
