import { expect, it } from 'vitest';
import { systemClock } from '../../../src/services/clock.ts';
import { createConnection } from '../../../src/services/connection.ts';
import type { Gate } from '../../../src/services/gate/gate.ts';
import { machineGate } from '../../../src/services/gate/gate-for.ts';
import { LIVE_KEY, TEST_KEY } from '../support/connect.ts';
import { temporaryDataFolder } from '../support/kept-runs.ts';

/** As each window and terminal makes its own. */
function gateOf(dataFolder: string, key: string): Gate {
  const connection = createConnection({ name: 'practice', baseUrl: 'http://127.0.0.1:1', key });
  if (!connection.ok) throw new Error(connection.error);
  const onNotice = (why: string): void => {
    throw new Error(why);
  };
  return machineGate(connection.value, { clock: systemClock, dataFolder, onNotice });
}

it('a 429 that one program gets holds up every other one with the same key, and nobody with another key', async () => {
  const dataFolder = await temporaryDataFolder();
  const one = gateOf(dataFolder, TEST_KEY);
  await one.enter();
  const departure = one.leave();
  if (!departure) throw new Error('It should be allowed to leave');
  one.arrived(departure, { kind: 'asked_to_wait', retryAfterMs: 60_000 });
  // Has its turn after what it told.
  await one.enter(AbortSignal.timeout(100)).catch(() => undefined);
  const other = gateOf(dataFolder, TEST_KEY);
  await expect(other.enter(AbortSignal.timeout(300))).rejects.toThrow('aborted');
  expect(other.closedForMs).toBeGreaterThan(30_000);
  await gateOf(dataFolder, LIVE_KEY).enter();
});
