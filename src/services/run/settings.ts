/** How a run behaves; every value is shown in the settings with its meaning. */
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

/** Up to so many rows each customer is read just before its write: two requests a row are affordable. */
const MOST_ROWS_READ_EACH = 500;

export const defaultRunSettings = (updates: number): RunSettings => ({
  concurrency: 4,
  triesPerRow: 5,
  settleMs: 2_000,
  freshness: updates <= MOST_ROWS_READ_EACH ? { kind: 'each_attempt' } : { kind: 'within', ms: 60_000 },
});
