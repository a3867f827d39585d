/** How long things take in a run under faults. The program's own clock runs faster; what crosses the wire does not. */
export const TIMING = {
  /** Program seconds in a real second. */
  speed: 50,
  /** Real. */
  clientTimeoutMs: 250,
  /** Of the program's clock: 120 ms of real time, so that a busy machine does not make soon late. */
  settleMs: 6_000,
  /** Of the program's clock. */
  freshMs: 60_000,
} as const;

const settleRealMs = TIMING.settleMs / TIMING.speed;

/** Of the server, in real time. */
export const DELAYS = {
  /** Longer than the client waits. */
  pastTimeoutMs: TIMING.clientTimeoutMs + 30,
  /** Lands after the client gave up and before it looks. */
  landsSoonMs: settleRealMs / 8,
  /** Lands after it looked. */
  landsLateMs: settleRealMs * 1.4,
  awayMs: 40,
} as const;

/** Nothing that the server was asked lands later than so long after the run, in real time. */
export const QUIET_MS = DELAYS.pastTimeoutMs + DELAYS.landsLateMs + 200;
