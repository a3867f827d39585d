import { appendFileSync, existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { systemClock } from '../../../src/services/clock.ts';
import { Locks } from '../../../src/services/locks/locks.ts';
import { systemProcesses } from '../../../src/services/locks/process-table.ts';

/** Takes a lock again and again, and writes a line into a diary for whatever it does while it holds it, until told to stop. */
const [folder = '', diary = '', stop = ''] = process.argv.slice(2);
const locks = new Locks({
  clock: systemClock,
  processes: systemProcesses,
  beatMs: 1_000,
  deadAfterMs: 10_000,
});
process.stdout.write('ready\n');
while (!existsSync(stop)) {
  const hold = await locks.take(folder, 'race');
  if (!hold.ok) {
    await setImmediate();
    continue;
  }
  for (const what of ['enter', 'work', 'work', 'leave']) {
    appendFileSync(diary, `${process.pid} ${what}\n`);
    await setImmediate();
  }
  await hold.value.release();
}
