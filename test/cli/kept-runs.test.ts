import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guarded } from '../../src/core/formula-guard.ts';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { customers, idOf } from '../services/support/customers.ts';
import { type CliOptions, type CliResult, runCli, temporaryFolder } from './run-cli.ts';

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({
    rateLimit: Number.POSITIVE_INFINITY,
    customers: customers(8),
    ...options,
  });
  onTestFinished(() => server.close());
  return server;
}

/** A terminal whose commands share a data folder. */
async function terminal(server: PracticeServer) {
  const folder = await temporaryFolder();
  const env = { PATCHSHEET_DATA: folder };
  const run = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> =>
    runCli([...args, '--base-url', server.baseUrl], { ...options, env });
  const sheet = async (text: string): Promise<string> => {
    const path = join(folder, 'edits.csv');
    await writeFile(path, text);
    return path;
  };
  /** The newest run. */
  const runId = async (): Promise<string> => {
    const listed = JSON.parse((await runCli(['runs', '--json'], { env })).stdout) as { runId: string }[];
    return listed[0]?.runId ?? '';
  };
  return { folder, env, run, sheet, runId };
}

const NAMES = `customer_id,name\n${idOf(1)},One\n${idOf(2)},Two\n${idOf(3)},Fictional Company 3\n`;
const namesOf = (server: PracticeServer, ...numbers: readonly number[]) =>
  numbers.map((number) => server.customer(idOf(number))?.name);
const writes = (server: PracticeServer) => server.requests().filter(({ method }) => method === 'PATCH');

describe('runs', () => {
  it('lists what was run, with how it ended, and asks nobody for it', async () => {
    const server = await practice();
    const { env, run, sheet, runId } = await terminal(server);
    await run(['apply', await sheet(NAMES), '--yes', '--name', 'Acme books']);
    const asked = server.requests().length;

    const listed = await runCli(['runs'], { env, key: undefined });

    expect(listed.code, listed.stderr).toBe(0);
    expect(listed.stdout).toContain(await runId());
    expect(listed.stdout).toContain('edits.csv');
    expect(listed.stdout).toContain('Acme books');
    expect(listed.stdout).toContain('✓ applied 2');
    expect(listed.stdout).toContain('Every row has ended.');
    expect(server.requests()).toHaveLength(asked);
  });

  it('says where there are none, and names a damaged one without guessing', async () => {
    const server = await practice();
    const { folder, env, run, sheet, runId } = await terminal(server);
    expect((await runCli(['runs'], { env })).stdout).toContain('There are no runs');
    await run(['apply', await sheet(NAMES), '--yes']);
    const journal = join(folder, 'runs', await runId(), 'journal.log');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"One"', '"Ome"'));

    const listed = await runCli(['runs'], { env });

    expect(listed.code).toBe(4);
    expect(listed.stdout.replaceAll(/[\s│]+/g, ' ')).toContain('is damaged at record');
  });
});

describe('undo', () => {
  it('shows what would go back, and with --yes takes it back', async () => {
    const server = await practice();
    const { folder, run, sheet, runId } = await terminal(server);
    await run(['apply', await sheet(NAMES), '--yes']);
    expect(namesOf(server, 1, 2)).toStrictEqual(['One', 'Two']);
    const id = await runId();
    const report = join(folder, 'undo.csv');

    const shown = await run(['undo', id]);
    expect(shown.code, shown.stderr).toBe(0);
    expect(shown.stdout).toContain('One → Fictional Company 1');
    expect(shown.stdout).toContain('Nothing was written. 2 customers would change.');
    expect(writes(server)).toHaveLength(2);

    const done = await run(['undo', id, '--yes', '--report', report]);
    expect(done.code, done.stderr).toBe(0);
    expect(namesOf(server, 1, 2)).toStrictEqual(['Fictional Company 1', 'Fictional Company 2']);
    expect(await readFile(report, 'utf8')).toMatch(
      new RegExp(`"${guarded(idOf(1))}","Fictional Company 1","plan [0-9a-f]{8}","2","applied"`),
    );

    const undoneUndo = await run(['undo', await runId(), '--yes']);
    expect(undoneUndo.code, undoneUndo.stderr).toBe(0);
    expect(namesOf(server, 1, 2)).toStrictEqual(['One', 'Two']);
  });

  it('wants the hash of what was looked at with a live key, and keeps to it', async () => {
    const server = await practice();
    const { run, sheet, runId } = await terminal(server);
    const live = { key: 'sk_live_practice' };
    const file = await sheet(NAMES);
    const planHash = /plan ([0-9a-f]{64})/;
    const planned = planHash.exec((await run(['dry-run', file], live)).stdout)?.[1] ?? '';
    await run(['apply', file, '--yes', '--plan', planned, '--reason', 'FIN-1'], live);
    const id = await runId();
    const hash = planHash.exec((await run(['undo', id], live)).stdout)?.[1] ?? '';

    const blindly = await run(['undo', id, '--yes'], live);
    expect(blindly.code).toBe(2);
    expect(blindly.stderr).toContain('--plan');
    const otherMode = await run(['undo', id, '--yes']);
    expect(otherMode.code).toBe(2);
    expect(otherMode.stderr).toContain('made with a LIVE key');
    expect(namesOf(server, 1)).toStrictEqual(['One']);

    const reviewed = await run(['undo', id, '--yes', '--plan', hash, '--reason', 'FIN-2'], live);
    expect(reviewed.code, reviewed.stderr).toBe(0);
    expect(namesOf(server, 1)).toStrictEqual(['Fictional Company 1']);
  });

  it('keeps a later change and says so', async () => {
    const server = await practice();
    const { run, sheet, runId } = await terminal(server);
    await run(['apply', await sheet(NAMES), '--yes']);
    server.writeDirectly(idOf(1), { name: 'Later' });

    const done = await run(['undo', await runId(), '--yes']);

    expect(done.code).toBe(4);
    expect(done.stdout.replaceAll(/[\s│]+/g, ' ')).toContain('changed after the run from “One” to “Later”');
    expect(namesOf(server, 1, 2)).toStrictEqual(['Later', 'Fictional Company 2']);
  });

  it.each([
    [['undo'], 'Say which run'],
    [['undo', '../../etc'], 'There is no run'],
    [['undo', '2026-01-01T00-00-00-000Z-abcdef12'], 'There is no run'],
    [['undo', 'a', 'b'], 'One run at a time'],
    [['resume'], 'Say which run'],
    [['runs', 'x'], 'it takes no name'],
  ])('%j is refused', async (args, words) => {
    const server = await practice();
    const { run } = await terminal(server);
    const result = await run(args);
    expect([result.code, result.stderr]).toStrictEqual([2, expect.stringContaining(words)]);
    expect(server.requests()).toStrictEqual([]);
  });
});

describe('resume', () => {
  it('goes on with a run that was killed, once it is told to, and reports every row', async () => {
    const server = await practice({ customers: customers(30), latencyMs: 60 });
    const { folder, run, sheet, runId } = await terminal(server);
    const rows = Array.from({ length: 30 }, (_, at) => `${idOf(at + 1)},New ${at + 1}`);
    const file = await sheet(`customer_id,name\n${rows.join('\n')}\n`);
    await run(['apply', file, '--yes'], {
      onStart: (child) => {
        const watch = setInterval(() => {
          if (writes(server).length < 6) return;
          clearInterval(watch);
          child.kill('SIGKILL');
        }, 5);
      },
    });
    const id = await runId();
    const written = writes(server).length;

    const asked = await run(['resume', id]);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('left');
    expect(writes(server)).toHaveLength(written);

    const report = join(folder, 'resumed.csv');
    const done = await run(['resume', id, '--yes', '--report', report]);
    expect(done.code, done.stderr).toBe(0);
    expect(server.customers().filter(({ name }) => String(name).startsWith('New '))).toHaveLength(30);
    expect((await readFile(report, 'utf8')).match(/"applied"/g)).toHaveLength(30);

    const again = await run(['resume', id, '--yes']);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('complete');

    const undone = await run(['undo', id, '--yes']);
    expect(undone.code, undone.stderr).toBe(0);
    expect(server.customers().filter(({ name }) => String(name).startsWith('New '))).toHaveLength(0);
  });
});
