/** The points in the life of a run at which its process is killed, besides random moments. */

const RECORDS = ['run_started', 'run_resumed', 'intent', 'answered', 'ended', 'run_ended'] as const;
/** A record of the journal, and those that share its write. */
export type RecordKind = (typeof RECORDS)[number];

export const isRecordKind = (kind: unknown): kind is RecordKind => RECORDS.some((known) => known === kind);

const STAGES = ['before its write', 'half written', 'written', 'synced'] as const;
type Stage = (typeof STAGES)[number];

export type Boundary =
  | `${RecordKind}: ${Stage}`
  /** The file that a new run begins with. */
  | 'plan: before its rename'
  | 'plan: renamed'
  /** What a death left half written is cut off. */
  | 'torn end: before its cut'
  | 'torn end: cut'
  | 'write: before it is sent'
  /** Its last byte has left, and no answer has come. */
  | 'write: sent'
  /** The answer is here and nothing has been made of it. */
  | 'write: answered'
  | 'read: answered';

export const BOUNDARIES: readonly Boundary[] = [
  'plan: before its rename',
  'plan: renamed',
  ...RECORDS.flatMap((kind) => STAGES.map((stage) => `${kind}: ${stage}` as const)),
  'torn end: before its cut',
  'torn end: cut',
  'write: before it is sent',
  'write: sent',
  'write: answered',
  'read: answered',
];

/** Where a run stands when a process is about to take it up. */
export interface Situation {
  /** Its plan is kept: it can be gone on with. */
  readonly isKept: boolean;
  /** Its start is in its journal. */
  readonly isBegun: boolean;
  /** The journal's last record is half written. */
  readonly isTorn: boolean;
  /** Rows without an outcome. */
  readonly left: number;
}

/** Whether a process that takes up a run in this situation comes past a boundary. */
export function isAhead(boundary: Boundary, { isKept, isBegun, isTorn, left }: Situation): boolean {
  if (boundary.startsWith('plan')) return !isKept;
  if (boundary.startsWith('run_started')) return !isBegun;
  if (boundary.startsWith('run_resumed')) return isBegun;
  if (boundary.startsWith('torn end')) return isTorn;
  return boundary.startsWith('run_ended') || left > 1;
}
