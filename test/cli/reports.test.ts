import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../src/practice/server.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const SAMPLE = new URL('../../resources/sample-edits.csv', import.meta.url).pathname;
const hashIn = (text: string): string => /plan ([0-9a-f]{64})/.exec(text)?.[1] ?? '';

describe('a report in a terminal', () => {
  it('is for paper where its name ends in .html: the dry run that is approved by its first eight characters, and then how every row ended', async () => {
    const folder = await temporaryFolder();
    const [approval, outcome] = [join(folder, 'dry run.html'), join(folder, 'run.HTML')];

    const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
    onTestFinished(() => server.close());
    const at = ['--base-url', server.baseUrl];

    const dryRun = await runCli(['dry-run', SAMPLE, ...at, '--report', approval]);
    const hash = hashIn(dryRun.stdout);
    const page = await readFile(approval, 'utf8');
    expect(page).toContain('<h1>Dry run for approval</h1>');
    expect(page).toContain(hash.slice(8));
    // A warning of the sheet's own, and one that only the customer's values tell.
    expect(page).toContain('may have lost a leading zero');

    const first = hash.startsWith('0') ? '1' : '0';
    const refused = await runCli(['apply', SAMPLE, ...at, '--yes', '--plan', first + hash.slice(1, 8)]);
    expect(refused.code, refused.stderr).toBe(6);
    expect(new Set(server.requests().map(({ method }) => method))).toEqual(new Set(['GET']));
    const approved = ['--plan', hash.slice(0, 8), '--report', outcome];
    const applied = await runCli(['apply', SAMPLE, ...at, '--yes', ...approved]);
    expect(applied.code, applied.stderr).toBe(4);
    expect(await readFile(outcome, 'utf8')).toContain('<h1>Report of a run</h1>');
  });
});
