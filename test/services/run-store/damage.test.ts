import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { keepRun, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';

/** A small real run's files, and what its journal says. */
async function smallRun() {
  const dataFolder = await temporaryDataFolder();
  await keepRun(dataFolder, 3, { settings: { concurrency: 2 } });
  const path = join(dataFolder, 'runs', RUN_ID, 'journal.log');
  const whole = await readRun(dataFolder, RUN_ID);
  if (!whole.ok) throw new Error('The run should be readable');
  return { dataFolder, path, bytes: readFileSync(path), events: whole.value.events };
}

const isPrefix = (read: readonly RunEvent[], all: readonly RunEvent[]): boolean =>
  JSON.stringify(read) === JSON.stringify(all.slice(0, read.length));

it('a journal that breaks off at any byte says what it said before, and can be gone on with', async () => {
  const { dataFolder, path, bytes, events } = await smallRun();
  let last = 0;
  for (let length = 0; length <= bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    const read = await readRun(dataFolder, RUN_ID);
    if (!read.ok) throw new Error(`Cut at byte ${length}: ${read.error.code}`);
    expect(isPrefix(read.value.events, events)).toBe(true);
    expect(read.value.events.length).toBeGreaterThanOrEqual(last);
    last = read.value.events.length;
  }
  expect(last).toBe(events.length);

  for (const length of [0, 1, 700, bytes.length - 1]) {
    writeFileSync(path, bytes.subarray(0, length));
    const opened = await openRunFiles(dataFolder, RUN_ID);
    if (!opened.ok) throw new Error(`Cut at byte ${length}: ${opened.error.code}`);
    const { events: before, journal } = opened.value;
    const next = events[before.length] ?? { kind: 'resumed', at: '2026-03-01T12:00:00.000Z' };
    await journal.append(next);
    await opened.value.close();
    const read = await readRun(dataFolder, RUN_ID);
    expect(read).toMatchObject({ ok: true, value: { events: [...before, next] } });
  }
}, 60_000);

it('a journal with any byte changed is said to be damaged there, or says what it said before', async () => {
  const { dataFolder, path, bytes, events } = await smallRun();
  let damaged = 0;
  for (let at = 0; at < bytes.length; at++) {
    for (const flipped of [1 << (at % 8), 0xff]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ flipped;
      writeFileSync(path, changed);
      const read = await readRun(dataFolder, RUN_ID);
      if (read.ok) {
        // Only where it is the mark behind the last record.
        expect(read.value.events).toHaveLength(events.length);
        expect(isPrefix(read.value.events, events)).toBe(true);
      } else {
        damaged++;
        if (read.error.code !== 'journal_damaged') throw new Error(`Byte ${at}: ${read.error.code}`);
        expect(read.error.byte).toBeLessThanOrEqual(at);
        // One more where it is the mark behind the last record.
        expect(read.error.record).toBeLessThanOrEqual(events.length + 1);
      }
    }
  }
  expect(damaged).toBeGreaterThan(bytes.length);
}, 60_000);

it('a piece of a journal that is zeros, as a failing disk leaves it, is damage and no end', async () => {
  const { dataFolder, path, bytes } = await smallRun();
  for (let at = 0; at + 512 < bytes.length - 64; at += 97) {
    const changed = Buffer.from(bytes);
    changed.fill(0, at, at + 512);
    writeFileSync(path, changed);
    expect(await readRun(dataFolder, RUN_ID)).toMatchObject({
      ok: false,
      error: { code: 'journal_damaged' },
    });
  }
});
