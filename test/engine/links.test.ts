import { expect, it } from 'vitest';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';
import { type LinkedConnection, Links } from '../../src/engine/links.ts';
import { systemClock } from '../../src/services/clock.ts';
import { temporaryDataFolder } from '../services/support/kept-runs.ts';

const withShare = (shareTest: number) => ({ ...USUAL_WORK_SETTINGS, shareTest });

const LINK = {
  name: 'Finance',
  baseUrl: 'http://127.0.0.1:1',
  key: 'sk_test_practice',
  route: { kind: 'direct' },
} as const;

async function linked(share: number): Promise<{ links: Links; linked: LinkedConnection }> {
  const links = new Links({
    clock: systemClock,
    dataFolder: await temporaryDataFolder(),
    onNotice: (why) => {
      throw new Error(why);
    },
  });
  const made = links.get(LINK, withShare(share));
  if (!made.ok) throw new Error(made.error.message);
  made.value.client.gate.observe({ limit: 100, remaining: undefined, resetInMs: undefined });
  return { links, linked: made.value };
}

it('a key’s share of the rate is the one chosen when work begins, and a run keeps its own until it has ended', async () => {
  const { links, linked: first } = await linked(50);
  const { gate } = first.client;
  expect(gate.perMinute).toBeCloseTo(50);
  expect(links.again(first, withShare(20)).client.gate).toBe(gate);
  expect(gate.perMinute).toBeCloseTo(20);
  let end = (): void => undefined;
  const run = new Promise<void>((resolve) => {
    end = resolve;
  });
  links.hold(first.account, run);
  links.get(LINK, withShare(80));
  links.again(first, withShare(80));
  expect(gate.perMinute).toBeCloseTo(20);
  end();
  await run;
  await Promise.resolve();
  links.again(first, withShare(80));
  expect(gate.perMinute).toBeCloseTo(80);
});

it('another name for a key is the same account', async () => {
  const { links, linked: first } = await linked(50);
  const other = links.get({ ...LINK, name: 'Accounts' }, withShare(50));
  expect(other.ok && other.value.account).toBe(first.account);
  expect(other.ok && other.value.client.gate).toBe(first.client.gate);
  expect(other.ok && other.value.connection.name).toBe('Accounts');
});
