/** How a run behaves; every value is shown in the settings with its meaning. Plain data: the journal keeps it. */
export interface RunSettings {
  /** Rows at work at a time. */
  readonly concurrency: number;
  /** How often a row is sent at most, when Atlas answers that something went wrong on its side. */
  readonly triesPerRow: number;
  /** After a request of unknown effect, how long to wait before reading what became of it. */
  readonly settleMs: number;
  readonly freshness: Freshness;
  /** How often rows may be sent again over the whole run before it pauses. */
  readonly retryBudget: number;
  /** The run pauses when more than this share of the last so many rows ended other than applied or already so. */
  readonly breaker: { readonly rows: number; readonly mostShare: number };
  /** So many rows are written, then the run pauses to be looked at; 0: it does not. */
  readonly pilotRows: number;
  /** The run pauses when Atlas asks to wait for longer. */
  readonly longestWaitMs: number;
  /** After the machine slept or the net was away for longer the run goes on only when told to; `null`: by itself. */
  readonly longestAbsenceMs: number | null;
}

/** How old what was read of a customer may be when its write leaves. */
export type Freshness =
  /** Read again just before each attempt. */
  { readonly kind: 'each_attempt' } | { readonly kind: 'within'; readonly ms: number };
