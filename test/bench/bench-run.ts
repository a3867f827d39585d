import type { Dispatcher } from 'undici';
import type { Plan } from '../../src/core/plan.ts';
import type { RunState } from '../../src/core/run.ts';
import { createAtlasClient } from '../../src/services/atlas-client.ts';
import type { Clock } from '../../src/services/clock.ts';
import { type Connection, createConnection } from '../../src/services/connection.ts';
import { Gate } from '../../src/services/gate/gate.ts';
import { type PacedClient, throughGate } from '../../src/services/paced-client.ts';
import { type Journal, startRun } from '../../src/services/run/runner.ts';
import { defaultRunSettings } from '../../src/services/run/settings.ts';

/** Of the limit. */
export const SHARE = 0.95;

export interface BenchConnection {
  readonly connection: Connection;
  readonly client: PacedClient;
}

/** As the app talks to Atlas: through a gate of its own, which learns from every answer. */
export function connectTo(
  { baseUrl, key }: { readonly baseUrl: string; readonly key: string },
  dispatcher: Dispatcher,
  clock: Clock,
): BenchConnection {
  const connection = createConnection({ name: 'bench', baseUrl, key });
  if (!connection.ok) throw new Error(connection.error);
  const gate = new Gate({ clock, share: SHARE });
  const onRate = gate.observe.bind(gate);
  const bare = createAtlasClient({ connection: connection.value, dispatcher, clock, onRate });
  return { connection: connection.value, client: throughGate(bare, gate) };
}

/** A run to its end, by the settings that a TEST key has. */
export const benchRun = (
  plan: Plan,
  {
    client,
    journal,
    clock,
  }: { readonly client: PacedClient; readonly journal: Journal; readonly clock: Clock },
): Promise<RunState> =>
  startRun({
    runId: 'run',
    plan,
    client,
    journal,
    clock,
    random: Math.random,
    settings: defaultRunSettings(plan.rows.length, 'TEST'),
    appVersion: '0.0.0',
    operator: 'bench',
    machine: 'bench',
    keyFingerprint: '',
  }).done;

/** What a journal costs is another bench's business. */
export const FORGETFUL: Journal = { append: () => Promise.resolve() };
