import type { Refusal } from './answer.ts';
import type { Change } from './change.ts';
import { classify } from './classify.ts';
import type { RunRow } from './run.ts';

/** What the journal tells of a row that has no outcome. */
export interface RowHistory {
  readonly attempts: number;
  /** Attempts that count against the row: those of unknown effect. */
  readonly tries: number;
  /** Of the last attempt, or of the plan before there is one. */
  readonly changes: readonly Change[];
  readonly standing: Standing;
}

/** What became of the last attempt. */
export type Standing =
  /** Nothing was written by it: it may be sent, or sent again. */
  | { readonly kind: 'clear' }
  /** Nobody knows until it is read. */
  | { readonly kind: 'in_doubt' }
  /** Answered 200; what the answer showed is not in the journal. */
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Folded from the journal, so that a run that is gone on with counts the tries made before. */
export function historyOf({ attempts, changes }: RunRow): RowHistory {
  const standings = attempts.map(({ answer }) => standingOf(answer));
  return {
    attempts: attempts.at(-1)?.number ?? 0,
    tries: standings.filter(({ kind }) => kind === 'in_doubt').length,
    changes,
    standing: standings.at(-1) ?? { kind: 'clear' },
  };
}

function standingOf(answer: RunRow['attempts'][number]['answer']): Standing {
  // The intent is durable before the request leaves: it may have left, or not.
  if (!answer) return { kind: 'in_doubt' };
  switch (classify(answer)) {
    case 'compare':
      return { kind: 'accepted' };
    case 'reject_row':
      return answer.kind === 'refused' ? { kind: 'refused', refusal: answer } : { kind: 'in_doubt' };
    case 'unknown_until_read':
      return { kind: 'in_doubt' };
    case 'stop_run':
    case 'wait':
    case 'pause':
      return { kind: 'clear' };
  }
}
