import type { AnswerSummary } from './answer.ts';

/** What trying a key out has shown. Nothing was written for it. */
export type KeyTest =
  | {
      readonly kind: 'answered';
      readonly reads: boolean;
      /** `undefined` where it can't be told without writing. */
      readonly writes: boolean | undefined;
    }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'redirected' }
  /** Something answers there that is not Atlas. */
  | { readonly kind: 'not_atlas' }
  /** Atlas asked to wait. */
  | { readonly kind: 'held_up' }
  | { readonly kind: 'not_answered'; readonly answer: Exclude<AnswerSummary, { kind: 'ok' }> };
