import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { changesAskedFor, customersAfter, differences, isEqual } from '../fixtures/expectation.ts';
import { type FinanceExport, financeExport } from '../fixtures/finance-export.ts';
import type { FixtureRow, RowState } from '../fixtures/fixture-row.ts';
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

/** The words of the report for the states of the fixture; written down here once more, on purpose. */
const STATUS: { readonly [state in RowState]: string } = {
  invalid: 'error',
  update: 'update',
  unchanged: 'unchanged',
  not_found: 'not found',
  blocked: 'blocked',
  applied: 'applied',
  partly_applied: 'partly applied',
  not_applied: 'not applied',
  rejected: 'rejected',
};

type ReportRecord = Readonly<Record<string, string>>;

/** Each report record beside its fixture row, read with PapaParse alone. */
async function readReport(
  path: string,
  fixture: FinanceExport,
): Promise<readonly (readonly [FixtureRow, ReportRecord, readonly string[]])[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  const [header = [], ...records] = Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\r\n',
  }).data.filter((record) => record.length > 1);
  expect(header.slice(0, fixture.headers.length)).toEqual(fixture.headers);
  expect(records).toHaveLength(fixture.rows.length);
  return fixture.rows.map((row, index) => {
    const record = records[index] ?? [];
    const named = Object.fromEntries(
      header.map((name, column) => [name, record[column] ?? ''] as const).slice(fixture.headers.length),
    );
    return [row, named, record.slice(0, fixture.headers.length)] as const;
  });
}

function wrongStates(
  rows: Awaited<ReturnType<typeof readReport>>,
  stage: 'afterDryRun' | 'afterApply',
): readonly string[] {
  return rows.flatMap(([row, record]) => {
    const expected = row.expected[stage].map((state) => STATUS[state]);
    return expected.includes(record['Status'] ?? '')
      ? []
      : [
          `line ${row.line} (${row.kind}): ${record['Status']} instead of ${expected.join(' or ')}: ${record['Message']}`,
        ];
  });
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
    const beforeById = new Map(before.map((customer) => [customer.id, customer]));
    const wrongValues = rows.flatMap(([row, record, cells]) => {
      expect(cells).toEqual(row.cells);
      expect(record['Line']).toBe(String(row.line));
      if (!['applied', 'partly applied', 'not applied'].includes(record['Status'] ?? '')) return [];
      const customer = beforeById.get(record['Customer id'] ?? '');
      if (!customer) return [`line ${row.line}: no customer ${record['Customer id']}`];
      const changes = changesAskedFor(customer, row, fixture.headers, fixture.mapping);
      const told = Object.keys(record).filter((name) => name.endsWith(' sent') && isToldOf(record, name));
      const wrong = changes.filter(
        ({ field, before: old, after, takes }) =>
          !isText(record[`${field} before`], old) ||
          !isText(record[`${field} sent`], after) ||
          !isText(record[`${field} after`], takes ? after : old),
      );
      return told.length === changes.length && wrong.length === 0
        ? []
        : [`line ${row.line} (${row.kind}): tells ${told.join(', ')}; not ${JSON.stringify(changes)}`];
    });
    expect(wrongValues).toEqual([]);

    const again = Papa.parse<string[]>((await readFile(failed, 'utf8')).replace(/^\ufeff/, '')).data;
    const unfinished = rows.filter(([, { Status }]) => Status !== 'applied' && Status !== 'unchanged');
    expect(again.slice(1, -1)).toEqual(unfinished.map(([{ cells }]) => cells));
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

const isToldOf = (record: ReportRecord, sent: string): boolean => {
  const field = sent.replace(/ sent$/, '');
  return field !== 'First' && !isEqual(record[`${field} before`] ?? '', record[sent] ?? '');
};

const isText = (text: string | undefined, value: JsonValue): boolean =>
  text === (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
