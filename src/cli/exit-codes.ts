/** What scripts can rely on. Listed in the usage text and the README. */
export const EXIT = {
  /** Every row is as wanted: applied, or already so. For a dry run: every row can be applied. */
  ok: 0,
  /** A defect of the program. */
  defect: 1,
  usage: 2,
  /** The file or the mapping can't be used. */
  unusableSheet: 3,
  /** Some rows have errors, were not found, were refused, or ended otherwise than wanted. */
  someRows: 4,
  /** Atlas could not be reached, rejected the key, or is another account. */
  connection: 5,
  /** The plan is not the one that was insisted on. Nothing was sent. */
  otherPlan: 6,
  /** The run ended before all rows were attempted. */
  endedEarly: 7,
  /** The report could not be written. */
  report: 8,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message for stderr; not a defect. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
