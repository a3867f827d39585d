import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/services/clock.ts';
import { Gate } from '../../../src/services/gate/gate.ts';
import { SharedFile } from '../../../src/services/gate/shared-file.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchsheet-gate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function sharing(folder: string, id: string) {
  const notices: string[] = [];
  const state = new SharedFile(folder, Date.now);
  const shared = { state, id, onNotice: (why: string) => void notices.push(why) };
  return { gate: new Gate({ clock: systemClock, share: 0.95, shared }), notices };
}

const untilTrue = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await systemClock.sleep(10);
};

it('a 429 in one window closes the gate of the other', async () => {
  const folder = temporaryFolder();
  const [one, other] = [sharing(folder, 'one').gate, sharing(folder, 'other').gate];
  await one.enter();
  const departure = one.leave();
  if (departure) one.arrived(departure, { kind: 'asked_to_wait', retryAfterMs: 60_000 });
  await one.enter(AbortSignal.timeout(100)).catch(() => undefined);
  await expect(other.enter(AbortSignal.timeout(300))).rejects.toThrow('aborted');
  expect(other.closedForMs).toBeGreaterThan(50_000);
});

it('what one window learned of the limit holds for the next that starts', async () => {
  const folder = temporaryFolder();
  const { gate } = sharing(folder, 'one');
  gate.observe({ limit: 6_000, remaining: undefined, resetInMs: undefined });
  await gate.enter();
  const next = sharing(folder, 'next').gate;
  await next.enter();
  expect(next.perMinute).toBe(5_700);
});

it.each(['', '{"limit":', '{"limit":1e9,"tokens":1e9}'])(
  'a damaged file (%j) makes the gate careful: one request goes ahead, the rest wait for its answer',
  async (text) => {
    const folder = temporaryFolder();
    await sharing(folder, 'before').gate.enter();
    const newest = Math.max(...readdirSync(folder).map((name) => Number.parseInt(name, 10)));
    writeFileSync(join(folder, `${newest}.json`), text);
    const { gate, notices } = sharing(folder, 'one');
    await gate.enter();
    await expect(gate.enter(AbortSignal.timeout(1_000))).rejects.toThrow('aborted');
    const departure = gate.leave();
    expect(departure?.isProbe).toBe(true);
    if (departure) gate.arrived(departure, { kind: 'answered' });
    await gate.enter();
    expect(notices).toStrictEqual([]);
  },
);

it('where the folder can’t be used it says so once, and paces alone', async () => {
  const file = join(temporaryFolder(), 'a file');
  writeFileSync(file, '');
  const { gate, notices } = sharing(join(file, 'gates'), 'one');
  await gate.enter();
  await gate.enter();
  expect(notices).toHaveLength(1);
});

it('where the limit is high a request does not wait for the disk, and old states do not pile up', async () => {
  const folder = temporaryFolder();
  const { gate } = sharing(folder, 'one');
  gate.observe({ limit: 1_000_000_000, remaining: undefined, resetInMs: undefined });
  const from = performance.now();
  for (let sent = 0; sent < 20_000; sent++) await gate.enter();
  expect(readdirSync(folder).length).toBeLessThan(100);
  await untilTrue(() => performance.now() - from > 5_500);
  for (let sent = 0; sent < 3; sent++) {
    await gate.enter();
    await systemClock.sleep(150);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(names.length).toBeLessThan(6);
});
