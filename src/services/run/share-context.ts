import type { Plan, PlannedUpdate } from '../../core/plan.ts';
import type { RunEvent } from '../../core/run.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import type { Brake } from './brake.ts';
import { FreshCustomers } from './fresh-customers.ts';
import { FreshnessLimits } from './freshness-limits.ts';
import { ListingPages } from './listing-pages.ts';
import { PatientReader } from './patient-reader.ts';
import { PauseRules } from './pause-rules.ts';
import { Readings } from './readings.ts';
import type { RowContext } from './row-context.ts';
import { Turns } from './turns.ts';

export interface SharedOptions {
  readonly plan: Plan;
  /** In the order in which they are written. */
  readonly updates: readonly PlannedUpdate[];
  readonly client: PacedClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly settings: RunSettings;
  readonly brake: Brake;
  readonly record: (event: RunEvent) => Promise<void>;
}

/** Puts together what the rows of one run share. */
export function shareContext(options: SharedOptions): RowContext {
  const { plan, updates, client, clock, random, settings, brake, record } = options;
  const rules = new PauseRules({ settings, clock, gate: client.gate, brake });
  const limits = new FreshnessLimits({ settings, clock, gate: client.gate });
  const readings = new Readings(updates);
  const reader = new PatientReader({ client, clock, random, brake, rules });
  const pages = new ListingPages({ reader, readings, limits, updates });
  return {
    client,
    clock,
    random,
    settings,
    mergeOptions: plan.options,
    brake,
    fresh: new FreshCustomers({ reader, readings, pages, limits }),
    turns: new Turns(() => limits.rowsAtOnce),
    rules,
    record,
  };
}
