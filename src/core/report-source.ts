import type { Plan } from './plan.ts';
import type { ReportRow } from './report.ts';
import type { RunState } from './run.ts';
import type { WarningTotal } from './warning-kinds.ts';

/** What a report for people is made of: a dry run, or what became of it. */
export interface ReportSource {
  readonly plan: Plan;
  readonly run?: RunState | undefined;
  /** One per row of the plan, in its order. */
  readonly rows: readonly ReportRow[];
  /** About rows that will be, or were, written. */
  readonly warnings: readonly WarningTotal[];
  /** In which times are told, as IANA names it. */
  readonly timeZone: string;
}
