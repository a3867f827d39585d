import { Agent } from 'undici';
import { createAtlasClient } from '../../../src/services/atlas-client.ts';
import { systemClock } from '../../../src/services/clock.ts';
import { createConnection } from '../../../src/services/connection.ts';
import { Gate } from '../../../src/services/gate/gate.ts';
import { SharedFile } from '../../../src/services/gate/shared-file.ts';
import { throughGate } from '../../../src/services/paced-client.ts';

/** Reads customers through the shared gate until it is killed; says each answer's status. */
const [folder = '', baseUrl = '', windowMs = ''] = process.argv.slice(2);
const connection = createConnection({ name: 'practice', baseUrl, key: 'sk_test_practice' });
if (!connection.ok) throw new Error(connection.error);
const gate = new Gate({
  clock: systemClock,
  share: 0.95,
  windowMs: Number(windowMs),
  shared: {
    state: new SharedFile(folder, Date.now),
    id: String(process.pid),
    onNotice: (why) => process.stdout.write(`alone: ${why}\n`),
  },
});
const client = throughGate(
  createAtlasClient({
    connection: connection.value,
    dispatcher: new Agent(),
    clock: systemClock,
    onRate: (rate) => gate.observe(rate),
  }),
  gate,
);
const worker = async (): Promise<void> => {
  for (;;) {
    const answer = await client.listCustomers({ limit: 1, offset: 0 });
    process.stdout.write(`${'status' in answer ? answer.status : answer.kind}\n`);
  }
};
await Promise.all([worker(), worker()]);
