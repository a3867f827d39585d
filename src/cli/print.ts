/** Results go to the standard output, everything said on the way to the standard error. */
export const out = (text: string): void => void process.stdout.write(`${text}\n`);
export const note = (text: string): void => void process.stderr.write(`${text}\n`);
