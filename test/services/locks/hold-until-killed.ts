import { systemClock } from '../../../src/services/clock.ts';
import { Locks } from '../../../src/services/locks/locks.ts';
import { systemProcesses } from '../../../src/services/locks/process-table.ts';

/** Takes a lock and holds it until it is killed; says whether it got it. */
const [folder = '', runId = ''] = process.argv.slice(2);
const locks = new Locks({
  clock: systemClock,
  processes: systemProcesses,
  beatMs: 50,
  deadAfterMs: 500,
});
const hold = await locks.take(folder, runId);
process.stdout.write(hold.ok ? 'held\n' : `refused ${hold.error.pid} ${hold.error.runId}\n`);
setInterval(() => undefined, 1_000);
