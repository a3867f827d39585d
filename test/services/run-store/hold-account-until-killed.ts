import { type Account, holdAccount } from '../../../src/services/run-store/hold-account.ts';

/** Holds an account until it is killed; says whether it could. */
const [dataFolder = '', account = ''] = process.argv.slice(2);
const hold = await holdAccount(dataFolder, JSON.parse(account) as Account);
process.stdout.write(hold.ok ? 'held\n' : `refused ${hold.error.pid}\n`);
setInterval(() => undefined, 1_000);
