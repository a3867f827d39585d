import { csvValidation } from './csv-validation.ts';
import { type Bench, runBenches } from './harness.ts';
import { runRequests } from './run-requests.ts';
import { runnerThroughput } from './runner-throughput.ts';

const BENCHES: readonly Bench[] = [csvValidation, runnerThroughput, runRequests];

await runBenches(BENCHES);
