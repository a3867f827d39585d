import { csvValidation } from './csv-validation.ts';
import { type Bench, runBenches } from './harness.ts';
import { runRequests } from './run-requests.ts';
import { runnerThroughput } from './runner-throughput.ts';
import { windowBenches } from './window/window-benches.ts';

const BENCHES: readonly Bench[] = [csvValidation, runnerThroughput, runRequests, ...windowBenches];

/** `npm run bench -- window`: only those with this in their name. */
const [only = ''] = process.argv.slice(2);

await runBenches(BENCHES.filter(({ name }) => name.includes(only)));
