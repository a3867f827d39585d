import { openRunFiles } from '../../../src/services/run-store/run-store.ts';

/** Opens a run and keeps it open until it is killed; says whether it could. */
const [dataFolder = '', runId = ''] = process.argv.slice(2);
const opened = await openRunFiles(dataFolder, runId);
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`);
setInterval(() => undefined, 1_000);
