/** How a run behaves; every value is shown in the settings with its meaning. Plain data: the journal keeps it. */
export interface RunSettings {
  /** Rows at work at a time. */
  readonly concurrency: number;
  /** How often a row is sent at most, when Atlas answers that something went wrong on its side. */
  readonly triesPerRow: number;
  /** After a request of unknown effect, how long to wait before reading what became of it. */
  readonly settleMs: number;
  readonly freshness: Freshness;
}

/** How old what was read of a customer may be when its write leaves. */
export type Freshness =
  /** Read again just before each attempt. */
  { readonly kind: 'each_attempt' } | { readonly kind: 'within'; readonly ms: number };
