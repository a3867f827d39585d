import type { JsonObject, JsonValue } from '../core/json.ts';

/** Something that goes wrong, and for which requests. All of it is data, so that a script can be kept in a file. */
export interface FaultRule {
  /** Names the fault in the request log and in the report of faults met. */
  readonly name: string;
  readonly match?: RequestMatch;
  /** Of the requests that match. By default the first one. */
  readonly when?: FaultTime;
  /** The real answer where there is none. */
  readonly effect?: FaultEffect | undefined;
  /** What somebody else changes meanwhile. */
  readonly otherWriter?: ScriptedWrite;
}

/** Another writer's change, at a point that the request marks. */
export interface ScriptedWrite {
  /** When the request arrives, or once it was carried out: never, where a fault keeps it from that. */
  readonly at: 'arrival' | 'carried_out';
  readonly customerId: string;
  /** Field by field, by names like `phone` and `metadata.plan`; what is beside them stays. */
  readonly fields: JsonObject;
}

/** Every condition given must hold. */
export interface RequestMatch {
  readonly method?: string;
  /** Compared without regard to case. */
  readonly customerId?: string;
  /** `list` is `/customers`, `customer` is `/customers/{id}`. */
  readonly resource?: 'list' | 'customer';
  /** Regular expressions, as source text. The path is without base path and query. */
  readonly path?: string;
  readonly query?: string;
  readonly body?: string;
  readonly keyLastFour?: string;
}

export type FaultTime =
  | { readonly kind: 'always' }
  | { readonly kind: 'first'; readonly count: number }
  /** Counted from 1. */
  | { readonly kind: 'nth'; readonly numbers: readonly number[] }
  /** The first `count` requests of the same method to the same path: "every customer fails once". */
  | { readonly kind: 'first_of_each_path'; readonly count: number }
  /** Decided by seed, method, path and how often that path was asked for: the order of arrival plays no part. */
  | { readonly kind: 'chance'; readonly probability: number; readonly seed: number };

export type RetryAfter =
  | { readonly kind: 'seconds'; readonly seconds: number }
  /** As an HTTP date, so many seconds from the server's own clock. */
  | { readonly kind: 'date'; readonly seconds: number };

export type FaultEffect =
  /** This answer instead of the real one. `commits`: the update is made all the same. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** At most one of the two. */
      readonly json?: JsonValue;
      readonly text?: string;
      readonly retryAfter?: RetryAfter;
      readonly commits?: boolean;
      readonly delayMs?: number;
    }
  /** The real answer, later. */
  | { readonly kind: 'delay'; readonly ms: number; readonly before: 'commit' | 'answer' }
  | { readonly kind: 'reset_before_commit' }
  | { readonly kind: 'reset_after_commit' }
  /** The connection is reset at once, and the update is made so much later. */
  | { readonly kind: 'commit_after_reset'; readonly delayMs: number }
  /** Every connection is reset, and for so long new ones are refused. The update is not made. */
  | { readonly kind: 'away'; readonly ms: number }
  /** The update is made; half of the answer is sent, under a content-length that promises more. */
  | { readonly kind: 'truncated_body' };

/** An answer that is made up, whole. */
export type ScriptedAnswer = Extract<FaultEffect, { kind: 'answer' }>;

/** How often a rule was applied, against how often its `when` asks for at least. */
export interface FaultUse {
  readonly name: string;
  readonly times: number;
  readonly expected: number;
}

export interface FaultReport {
  readonly met: readonly FaultUse[];
  /** Rules applied less often than they ask for: the test did not test what it says. */
  readonly unmet: readonly FaultUse[];
}
