import type { Dispatcher } from 'undici';
import { createAtlasClient } from './atlas-client.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Gate } from './gate/gate.ts';
import type { HttpLimits } from './http/send.ts';
import { type PacedClient, throughGate } from './paced-client.ts';

/** A connection’s client behind its gate. One gate per base URL and key: several would each use the whole rate. */
export function linkTo(
  connection: Connection,
  dispatcher: Dispatcher,
  clock: Clock,
  gate: Gate,
  limits?: HttpLimits,
): PacedClient {
  const client = createAtlasClient({
    connection,
    dispatcher,
    clock,
    onRate: (rate) => gate.observe(rate),
    ...(limits && { limits }),
  });
  return throughGate(client, gate);
}
