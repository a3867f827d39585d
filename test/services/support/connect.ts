import { Agent, type Dispatcher } from 'undici';
import { onTestFinished } from 'vitest';
import { type AtlasClient, createAtlasClient } from '../../../src/services/atlas-client.ts';
import type { Clock } from '../../../src/services/clock.ts';
import { type Connection, createConnection } from '../../../src/services/connection.ts';
import { Gate } from '../../../src/services/gate/gate.ts';
import type { HttpLimits } from '../../../src/services/http/send.ts';
import { type PacedClient, throughGate } from '../../../src/services/paced-client.ts';
import { FakeClock } from './fake-clock.ts';

export const TEST_KEY = 'sk_test_practice';
export const LIVE_KEY = 'sk_live_practice';

export interface ConnectOptions {
  readonly key?: string;
  readonly clock?: Clock;
  readonly limits?: Partial<HttpLimits>;
  readonly dispatcher?: Dispatcher;
  readonly share?: number;
}

export interface Connected {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly gate: Gate;
  /** Through the gate. */
  readonly client: PacedClient;
  /** Past the gate. */
  readonly bare: AtlasClient;
}

const LIMITS: HttpLimits = { phaseTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBodyBytes: 16 * 1024 * 1024 };

/** The client as the app puts it together, with a clock that does not make tests wait. */
export function connect({ baseUrl }: { readonly baseUrl: string }, options: ConnectOptions = {}): Connected {
  const { key = TEST_KEY, clock = new FakeClock(), share = 0.95 } = options;
  const made = createConnection({ name: 'practice', baseUrl, key });
  if (!made.ok) throw new Error(made.error);
  const connection = made.value;
  const gate = new Gate({ clock, share });
  const bare = createAtlasClient({
    connection,
    dispatcher: options.dispatcher ?? agent(),
    clock,
    limits: { ...LIMITS, ...options.limits },
    onRate: (rate) => gate.observe(rate),
  });
  return { connection, clock, gate, bare, client: throughGate(bare, gate) };
}

function agent(): Dispatcher {
  const made = new Agent();
  onTestFinished(() => made.destroy());
  return made;
}
