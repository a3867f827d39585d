/** Something that writes to the disk and is not always done yet. */
export interface Saving {
  /** Whether nothing is on its way. */
  readonly isSettled: boolean;
  /** Resolves when nothing is any more, whether it reached the disk or not. */
  settled(): Promise<void>;
}
