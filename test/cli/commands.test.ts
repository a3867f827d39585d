import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { withoutGuards } from '../fixtures/report-comparison.ts';
import { type CliOptions, type CliResult, runCli, temporaryFolder } from './run-cli.ts';

const UNLIMITED = { rateLimit: Number.POSITIVE_INFINITY } as const;

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({ ...UNLIMITED, ...options });
  onTestFinished(() => server.close());
  return server;
}

async function sheetFile(text: string | Uint8Array, name = 'edits.csv'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

/** A sheet that gives each of some customers another phone number. */
const phones = (server: PracticeServer, count: number): string =>
  [
    'customer_id,phone',
    ...server
      .customers()
      .slice(0, count)
      .map(({ id }, index) => `${id},+1 617 555 ${String(1000 + index)}`),
  ].join('\n');

const patches = (server: PracticeServer) => server.requests().filter(({ method }) => method === 'PATCH');

async function apply(
  server: PracticeServer,
  file: string,
  more: readonly string[] = [],
  options?: CliOptions,
): Promise<CliResult> {
  return await runCli(['apply', file, '--base-url', server.baseUrl, ...more], options);
}

describe('a sheet', () => {
  const dryRun = async (server: PracticeServer, text: string | Uint8Array, more: readonly string[] = []) =>
    await runCli(['dry-run', await sheetFile(text), '--base-url', server.baseUrl, ...more]);

  it('with titles above and text as Excel keeps it is read as it is meant, and all of it is said', async () => {
    const server = await practice();
    const rows = phones(server, 2).replaceAll(/,(\+.*)/g, ',="$1"');

    const { code, stdout, stderr } = await dryRun(server, `sep=,\nNew phone numbers\n\n${rows}\n`);

    expect(code).toBe(0);
    expect(stderr).toContain('header on line 4');
    expect(stderr).toContain('“New phone numbers”');
    expect(stderr).toContain('2 cells written as ="…"');
    expect(stdout).toContain('+1 617 555 1000');
  });

  it('is read as it is told to be', async () => {
    const server = await practice();
    const [header = '', row = ''] = phones(server, 1).split('\n');
    const text = `${header},name\nold,headers,here\n${header},name\n${row},Zo\u008e\n`;
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));

    const told = await dryRun(server, bytes, ['--header-line', '3', '--encoding', 'macintosh']);

    expect(told.stderr).toContain('1 row, 3 columns (macintosh, commas, LF, header on line 3)');
    expect(told.stdout).toContain('Zoé');
  });

  it.each([
    ['--header-line', '0', '--header-line takes a whole number from 1 on.'],
    ['--encoding', 'latin', '--encoding takes one of utf-8, utf-16le,'],
  ])('is not read by %s %s', async (option, value, why) => {
    const result = await dryRun(await practice(), 'id\n1\n', [option, value]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(why);
  });
});

describe('apply', () => {
  it('sends nothing without --yes, and says how to go on', async () => {
    const server = await practice();

    const result = await apply(server, await sheetFile(phones(server, 3)));

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('Nothing was sent.');
    expect(patches(server)).toHaveLength(0);
  });

  it('sends nothing when the plan is not the one insisted on', async () => {
    const server = await practice();

    const result = await apply(server, await sheetFile(phones(server, 3)), [
      '--yes',
      '--plan',
      'f'.repeat(64),
    ]);

    expect(result.code).toBe(6);
    expect(patches(server)).toHaveLength(0);
  });

  it('refuses a reviewed plan once a customer in it has changed', async () => {
    const server = await practice();
    const file = await sheetFile(phones(server, 3));
    const dryRun = await runCli(['dry-run', file, '--base-url', server.baseUrl]);
    const hash = /plan ([0-9a-f]{64})/.exec(dryRun.stdout)?.[1] ?? '';
    server.writeDirectly(server.customers()[0]?.id ?? '', { phone: '+1 somebody else' });

    const result = await apply(server, file, ['--yes', '--plan', hash]);

    expect(result.code).toBe(6);
    expect(patches(server)).toHaveLength(0);
  });

  it('wants the hash of a reviewed plan and a reason with a live key, and keeps the reason', async () => {
    const server = await practice();
    const file = await sheetFile(phones(server, 2));
    const live = { key: 'sk_live_practice' };

    const withoutHash = await apply(server, file, ['--yes'], live);
    const dryRun = await runCli(['dry-run', file, '--base-url', server.baseUrl], live);
    const hash = /plan ([0-9a-f]{64})/.exec(dryRun.stdout)?.[1] ?? '';
    const withoutReason = await apply(server, file, ['--yes', '--plan', hash], live);
    const report = join(dirname(file), 'report.json');
    const whole = ['--yes', '--plan', hash, '--reason', 'FIN-1234', '--report', report];

    expect(withoutHash.code).toBe(2);
    expect(withoutReason.code).toBe(2);
    expect(withoutReason.stderr).toContain('--reason');
    expect(patches(server)).toHaveLength(0);
    const applied = await apply(server, file, whole, live);
    expect(applied.code, applied.stderr).toBe(0);
    expect(patches(server)).toHaveLength(2);
    expect(await readFile(report, 'utf8')).toContain('FIN-1234');
  });

  it('stops with the reason, rather than wait for a person who is not there', async () => {
    const server = await practice({
      faults: [
        {
          name: 'refused',
          when: { kind: 'always' },
          match: { method: 'PATCH' },
          effect: { kind: 'answer', status: 400, text: '' },
        },
      ],
    });

    const result = await apply(server, await sheetFile(phones(server, 120)), ['--yes']);

    expect(result.code, result.stderr).toBe(7);
    expect(result.stderr).toContain('did not end as wanted');
    expect(result.stderr).toContain('so the run stops');
    expect(patches(server).length).toBeLessThan(60);
    expect(server.faults().unmet).toStrictEqual([]);
  });

  it('finishes what is in flight on Ctrl+C and says which rows were not attempted', async () => {
    const server = await practice({ latencyMs: 60 });
    const report = join(await temporaryFolder(), 'report.csv');

    const result = await apply(server, await sheetFile(phones(server, 60)), ['--yes', '--report', report], {
      onStart: (child) => {
        const watch = setInterval(() => {
          if (patches(server).length < 4) return;
          clearInterval(watch);
          child.kill('SIGINT');
        }, 10);
      },
    });

    expect(result.code, result.stderr).toBe(7);
    expect(result.stderr).toContain('finishing what is in flight');
    const statuses = (await readFile(report, 'utf8')).split('\r\n').slice(1, -1);
    const applied = statuses.filter((line) => line.includes('"applied"'));
    const left = statuses.filter((line) => line.includes('"not attempted"'));
    expect(applied).toHaveLength(patches(server).length);
    expect(applied.length + left.length).toBe(60);
    expect(left.length).toBeGreaterThan(0);
  });

  it('reads what became of the rows in flight when Ctrl+C is pressed twice', async () => {
    const server = await practice({ latencyMs: 400 });
    const report = join(await temporaryFolder(), 'report.csv');

    const result = await apply(server, await sheetFile(phones(server, 12)), ['--yes', '--report', report], {
      onStart: (child) => {
        const watch = setInterval(() => {
          if (patches(server).length < 2) return;
          clearInterval(watch);
          child.kill('SIGINT');
          setTimeout(() => child.kill('SIGINT'), 50);
        }, 10);
      },
    });

    expect(result.code, result.stderr).toBe(7);
    const lines = (await readFile(report, 'utf8')).split('\r\n').slice(1, -1);
    const truth = new Map(server.customers().map(({ id, phone }) => [id, phone]));
    for (const line of lines) {
      const cells = line.split(',').map((cell) => cell.replaceAll('"', ''));
      const [id = '', phone = ''] = withoutGuards(cells);
      if (line.includes('"applied"')) expect(truth.get(id)).toBe(phone);
      if (line.includes('"not attempted"')) expect(truth.get(id)).not.toBe(phone);
    }
  });
});

describe('a connection that is not right', () => {
  it('says that the key was rejected', async () => {
    const server = await practice();

    const result = await apply(server, await sheetFile(phones(server, 3)), ['--yes'], {
      key: 'sk_test_revoked_canary',
    });

    expect(result.code).toBe(5);
    expect(result.stderr).toContain('Atlas rejected the key');
    expect(result.stdout + result.stderr).not.toContain('sk_test_revoked_canary');
  });

  it('says that the account is the wrong one when it knows none of the customers', async () => {
    const server = await practice();
    const ids = Array.from({ length: 12 }, (_, index) => `00000000-0000-4000-8000-0000000000${10 + index}`);

    const result = await apply(
      server,
      await sheetFile(`id,phone\n${ids.map((id) => `${id},+1 617`).join('\n')}`),
      ['--yes'],
    );

    expect(result.code).toBe(5);
    expect(result.stderr).toContain('knows none of the 12 customers');
    expect(patches(server)).toHaveLength(0);
  });

  it('asks for a key when there is none', async () => {
    const result = await runCli(['dry-run', await sheetFile('id,phone\na,b')], { key: undefined });

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('ATLAS_API_KEY');
  });

  it('never sends a key without encryption to another machine', async () => {
    const result = await runCli([
      'dry-run',
      await sheetFile('id,phone\na,b'),
      '--base-url',
      'http://atlas.example/v1',
    ]);

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('https://');
  });
});

describe('a sheet that can’t be used', () => {
  it.each([
    ['is not there', undefined, 'there is no such file'],
    ['is empty', '', 'The file is empty'],
    ['is an Excel workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'CSV UTF-8'],
    [
      'has a quotation mark that is never closed',
      'customer_id,phone\na,"b\nc,d\n',
      'Line 2: A quotation mark',
    ],
    ['has no key', 'phone,name\n1,2\n', 'No column says which customer'],
  ])('is named when it %s', async (_, content, words) => {
    const file = content === undefined ? '/nowhere/edits.csv' : await sheetFile(content);

    const result = await runCli(['dry-run', file, '--practice']);

    expect(result.code, result.stderr).toBe(3);
    expect(result.stderr).toContain(words);
  });

  it('is not written anywhere when it is a whole export, until a column is chosen', async () => {
    const server = await practice();
    const [first] = server.customers();
    const file = await sheetFile(
      `id,object,email,name,phone,created\n${first?.id},customer,a@b.example,,+1 999,1\n`,
    );

    const refused = await runCli(['apply', file, '--yes', '--base-url', server.baseUrl]);
    const chosen = await runCli([
      'apply',
      file,
      '--yes',
      '--base-url',
      server.baseUrl,
      '--write',
      'phone=phone',
      '--ignore',
      'email',
      '--ignore',
      'name',
    ]);

    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('whole export');
    expect(chosen.code, chosen.stderr).toBe(0);
    expect(patches(server).map(({ body }) => body)).toEqual([{ phone: '+1 999' }]);
  });
});

describe('the demo', () => {
  it('does the whole job and leaves a report', async () => {
    const report = join(await temporaryFolder(), 'demo.csv');

    const result = await runCli(['demo', '--report', report], { key: undefined });

    expect(result.code, result.stderr).toBe(0);
    expect(result.stderr).toContain(report);
    expect((await readFile(report, 'utf8')).split('\r\n')).toHaveLength(42);
  });
});

describe('the command line', () => {
  it.each([
    [['aply', 'x.csv'], 'There is no command'],
    [['dry-run'], 'Say which file'],
    [['dry-run', 'a.csv', '--practise'], '--practise'],
    [['dry-run', 'a.csv', '--concurrency', '99'], 'from 1 to 16'],
    [['dry-run', 'a.csv', '--practice', '--base-url', 'https://a.example'], 'Either'],
  ])('refuses %j rather than passing it over', async (args, words) => {
    const result = await runCli(args);

    expect(result.code).toBe(2);
    expect(result.stderr).toContain(words);
  });

  it('prints JSON and nothing else on stdout when asked to', async () => {
    const server = await practice();

    const result = await apply(server, await sheetFile(phones(server, 2)), ['--yes', '--json']);

    const json = JSON.parse(result.stdout) as { readonly rows: readonly { readonly state: string }[] };
    expect(json.rows.map(({ state }) => state)).toEqual(['applied', 'applied']);
  });
});
