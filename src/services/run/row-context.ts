import type { MergeOptions } from '../../core/merge.ts';
import type { RunEvent } from '../../core/run.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import type { Brake } from './brake.ts';
import type { FreshCustomers } from './fresh-customers.ts';
import type { PauseRules } from './pause-rules.ts';
import type { Turns } from './turns.ts';

/** What the rows of a run share. */
export interface RowContext {
  readonly client: PacedClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly settings: RunSettings;
  readonly mergeOptions: MergeOptions;
  readonly brake: Brake;
  readonly fresh: FreshCustomers;
  readonly turns: Turns;
  readonly rules: PauseRules;
  /** Resolves when the event is durable; rejects when it may not be. */
  readonly record: (event: RunEvent) => Promise<void>;
}
