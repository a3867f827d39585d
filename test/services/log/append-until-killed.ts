import { Log } from '../../../src/services/log/log.ts';
import { openLogFile } from '../../../src/services/log/log-file.ts';

/** Appends numbered records to a log, several at a time, until that fails or it is killed; says which are durable. */
const opened = await Log.open(await openLogFile(process.argv[2] ?? ''));
if (!opened.ok) throw new Error('The log should be whole');
const { log, records } = opened.value;
const say = (text: string): Promise<unknown> =>
  new Promise((resolve) => process.stdout.write(`${text}\n`, resolve));

let next = records.length;
async function appendOn(): Promise<void> {
  for (;;) {
    const number = next++;
    await log.append({ number, text: 'x'.repeat(number % 300) });
    await say(String(number));
  }
}
await Promise.allSettled([appendOn(), appendOn(), appendOn()]);
await log.append('after').catch((error: unknown) => say(`failed ${(error as NodeJS.ErrnoException).code}`));
