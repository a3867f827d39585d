import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { accountHeldText } from '../../../src/core/words/run-faults.ts';
import { keyFingerprintOf } from '../../../src/services/key-fingerprint.ts';
import { type Account, holdAccount } from '../../../src/services/run-store/hold-account.ts';
import { Secret } from '../../../src/services/secret.ts';
import { temporaryDataFolder } from '../support/kept-runs.ts';

const KEY = 'sk_live_fictional_0123';
const ACCOUNT: Account = {
  baseUrl: 'https://atlas.fictional.example/v1',
  keyFingerprint: keyFingerprintOf({ key: new Secret(KEY) }),
  runId: 'run-1',
};

it('a fingerprint tells keys apart and shows nothing of them', () => {
  expect(ACCOUNT.keyFingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(keyFingerprintOf({ key: new Secret(KEY) })).toBe(ACCOUNT.keyFingerprint);
  expect(keyFingerprintOf({ key: new Secret(`${KEY}4`) })).not.toBe(ACCOUNT.keyFingerprint);
});

it('one run at a time has a key at an address; another key or address is free', async () => {
  const dataFolder = await temporaryDataFolder();
  const first = await holdAccount(dataFolder, ACCOUNT);
  if (!first.ok) throw new Error('The account should be free');
  const second = await holdAccount(dataFolder, { ...ACCOUNT, runId: 'run-2' });
  if (second.ok) throw new Error('The account is held');
  expect(accountHeldText(second.error)).toContain(`run-1, process ${process.pid}`);
  for (const other of [{ keyFingerprint: '0'.repeat(16) }, { baseUrl: 'https://other.fictional.example' }]) {
    const hold = await holdAccount(dataFolder, { ...ACCOUNT, ...other });
    expect(hold.ok).toBe(true);
    if (hold.ok) await hold.value.release();
  }
  await first.value.release();
  const third = await holdAccount(dataFolder, { ...ACCOUNT, runId: 'run-3' });
  expect(third.ok).toBe(true);
  if (third.ok) await third.value.release();
});

it('a key that a killed run had can be used at once by the next', async () => {
  const dataFolder = await temporaryDataFolder();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'hold-account-until-killed.ts'),
      dataFolder,
      JSON.stringify(ACCOUNT),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toBe('held');
  expect(await holdAccount(dataFolder, ACCOUNT)).toMatchObject({ ok: false, error: { pid: child.pid } });
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  const hold = await holdAccount(dataFolder, { ...ACCOUNT, runId: 'run-2' });
  expect(hold.ok).toBe(true);

  const [account = ''] = readdirSync(join(dataFolder, 'locks'));
  const claims = readdirSync(join(dataFolder, 'locks', account), { recursive: true, encoding: 'utf8' });
  const held = claims.filter((name) => name.endsWith('holder'));
  expect(held.length).toBeGreaterThan(0);
  for (const name of held)
    expect(readFileSync(join(dataFolder, 'locks', account, name), 'utf8')).not.toContain(KEY);
  if (hold.ok) await hold.value.release();
});
