import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { customersAfter, differences } from '../fixtures/expectation.ts';
import { type FinanceExport, financeExport } from '../fixtures/finance-export.ts';
import { readReport, withoutGuards, wrongStates, wrongValues } from '../fixtures/report-comparison.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

interface Job {
  readonly server: PracticeServer;
  readonly fixture: FinanceExport;
  readonly before: readonly Customer[];
  /** File, mapping and address, as every command of the job gets them. */
  readonly args: readonly string[];
  readonly folder: string;
}

async function prepareJob(): Promise<Job> {
  const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  onTestFinished(() => server.close());
  const fixture = financeExport();
  const folder = await temporaryFolder();
  const sheet = join(folder, 'addresses q3.csv');
  const mapping = join(folder, 'mapping.json');
  await writeFile(sheet, fixture.bytes);
  await writeFile(mapping, JSON.stringify(fixture.mapping));
  const before = structuredClone([...server.customers()]);
  return {
    server,
    fixture,
    before,
    folder,
    args: [sheet, '--mapping', mapping, '--base-url', server.baseUrl],
  };
}

describe('the whole job on a sheet of 1,350 rows as finance exports it', () => {
  it('shows in the dry run what would happen to every row, and writes nothing', async () => {
    const { server, fixture, before, args, folder } = await prepareJob();
    const report = join(folder, 'dry-run.csv');

    const result = await runCli(['dry-run', ...args, '--report', report]);

    expect(result.code, result.stderr).toBe(4);
    expect(new Set(server.requests().map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(server.customers()).toEqual(before);
    expect(wrongStates(await readReport(report, fixture), 'afterDryRun')).toEqual([]);
    expect(result.stderr).toContain('5 blank rows left out');
    expect(result.stdout).toMatch(/plan [0-9a-f]{64}\n/);
  });

  it('leaves all 2,000 customers exactly as the sheet asks, and reports every row as it was', async () => {
    const { server, fixture, before, args, folder } = await prepareJob();
    const report = join(folder, 'report.csv');
    const failed = join(folder, 'failed.csv');
    const dryRun = await runCli(['dry-run', ...args, '--json']);
    const { hash } = (JSON.parse(dryRun.stdout) as { readonly plan: { readonly hash: string } }).plan;

    const result = await runCli([
      'apply',
      ...args,
      '--yes',
      '--plan',
      hash,
      '--report',
      report,
      '--failed',
      failed,
    ]);

    expect(result.code, result.stderr).toBe(4);
    const expected = customersAfter(before, fixture.rows, fixture.headers, fixture.mapping);
    expect(differences(expected, server.customers())).toEqual([]);

    const rows = await readReport(report, fixture);
    expect(wrongStates(rows, 'afterApply')).toEqual([]);
    expect(wrongValues(rows, before, fixture)).toEqual([]);

    const again = Papa.parse<string[]>((await readFile(failed, 'utf8')).replace(/^\ufeff/, '')).data;
    const unfinished = rows.filter(([, { Status }]) => Status !== 'applied' && Status !== 'unchanged');
    const cellsAgain = again.slice(1, -1).map((record) => withoutGuards(record.slice(1)));
    expect(cellsAgain).toEqual(unfinished.map(([{ cells }]) => cells));
  });

  it('sends each customer at most one PATCH', async () => {
    const { server, args } = await prepareJob();

    await runCli(['apply', ...args, '--yes']);

    const patched = server
      .requests()
      .filter(({ method }) => method === 'PATCH')
      .map(({ path }) => path);
    expect(patched.length).toBeGreaterThan(600);
    expect(new Set(patched).size).toBe(patched.length);
  });
});
