/** Who works on something that only one may work on at a time: a run's files, an account. Plain data for a message. */
export interface HeldBy {
  readonly pid: number;
  /** The machine's name. */
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  readonly runId: string;
}
