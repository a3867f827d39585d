import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonValue } from '../../../src/core/json.ts';
import { Log } from '../../../src/services/log/log.ts';
import { openLogFile } from '../../../src/services/log/log-file.ts';
import { MemoryFile } from '../support/memory-file.ts';

async function opened(file: MemoryFile): Promise<{ log: Log; records: readonly JsonValue[] }> {
  const result = await Log.open(file);
  if (!result.ok) throw new Error(`Damaged at record ${result.error.record}`);
  return result.value;
}

async function written(records: readonly JsonValue[]): Promise<Buffer> {
  const file = new MemoryFile();
  const { log } = await opened(file);
  for (const record of records) await log.append(record);
  return file.bytes;
}

describe('a log', () => {
  it('gives back what was appended, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), async (values) => {
        const records = JSON.parse(JSON.stringify(values)) as JsonValue[];
        expect((await opened(new MemoryFile(await written(records)))).records).toStrictEqual(records);
      }),
    );
    const odd = ['line\nbreak', '\u2028', '\r', '\u0000', 'Jürgen 🧾', '\ud800'];
    expect((await opened(new MemoryFile(await written(odd)))).records).toStrictEqual(odd);
  });

  it('goes on where it ended', async () => {
    const file = new MemoryFile(await written(['one', 'two']));
    const { log } = await opened(file);
    await log.append('three');
    expect((await opened(file)).records).toStrictEqual(['one', 'two', 'three']);
  });

  it('lets records that queue up share a sync, and says so only after it', async () => {
    const file = new MemoryFile();
    const syncing = Promise.withResolvers<undefined>();
    file.onSync = async () => {
      await syncing.promise;
    };
    const { log } = await opened(file);
    let durable = 0;
    const appends = Array.from({ length: 500 }, async (_, record) => {
      await log.append(record);
      durable++;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(durable).toBe(0);
    syncing.resolve(undefined);
    await Promise.all(appends);
    expect(file.syncs).toBeLessThanOrEqual(2);
    expect((await opened(file)).records).toStrictEqual(Array.from({ length: 500 }, (_, record) => record));
  });

  it('drops a last record that was torn at any byte, and appends after the one before', async () => {
    const whole = await written(['one', 'zwölf', { three: 3 }]);
    const two = await written(['one', 'zwölf']);
    for (let length = two.length; length < whole.length; length++) {
      const file = new MemoryFile(whole.subarray(0, length));
      const { log, records } = await opened(file);
      expect(records).toStrictEqual(['one', 'zwölf']);
      expect(file.bytes.length).toBe(two.length);
      await log.append('four');
      expect((await opened(file)).records).toStrictEqual(['one', 'zwölf', 'four']);
    }
  });

  it('says which record was damaged by any flipped bit, and changes nothing', async () => {
    const records: JsonValue[] = ['one', { two: 'zwölf' }, [3]];
    const whole = await written(records);
    const ends = [1, 2, 3].map(
      (count) => whole.toString('latin1').split('\n').slice(0, count).join('\n').length,
    );
    for (let at = 0; at < whole.length - 1; at++) {
      for (const bit of [0x01, 0x20, 0x80]) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bit;
        const file = new MemoryFile(bytes);
        expect(await Log.open(file)).toStrictEqual({
          ok: false,
          error: { record: 1 + ends.findIndex((end) => at <= end) },
        });
        expect(file.bytes).toStrictEqual(bytes);
      }
    }
  });

  it('sees that a record is missing, doubled or out of turn', async () => {
    const lines = (await written(['one', 'two', 'three'])).toString().split('\n');
    const [one = '', two = '', three = ''] = lines;
    const open = (...kept: string[]) => Log.open(new MemoryFile(Buffer.from(`${kept.join('\n')}\n`)));
    expect(await open(one, three)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(two, three)).toMatchObject({ ok: false, error: { record: 1 } });
    expect(await open(one, one, two)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(one, three, two)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(one, '', two)).toMatchObject({ ok: false, error: { record: 2 } });
  });

  it('that could not be synced once takes nothing any more, not even what was waiting', async () => {
    const file = new MemoryFile();
    const { log } = await opened(file);
    await log.append('before');
    file.onSync = () => Promise.reject(new Error('EIO: i/o error'));
    const failing = log.append('torn');
    const waiting = log.append('waiting');
    await expect(failing).rejects.toThrow('EIO');
    await expect(waiting).rejects.toThrow('EIO');
    file.onSync = () => Promise.resolve();
    const { appends, syncs } = file;
    await expect(log.append('after')).rejects.toThrow('EIO');
    expect([file.appends, file.syncs]).toStrictEqual([appends, syncs]);
  });
});

describe('a log on the disk', () => {
  it('is private, whole after closing, and goes on when opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'log-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'journal.log');
    for (const round of [0, 1]) {
      const result = await Log.open(await openLogFile(path));
      if (!result.ok) throw new Error('damaged');
      expect(result.value.records).toHaveLength(round * 100);
      const { log } = result.value;
      const appending = Promise.all(Array.from({ length: 100 }, (_, index) => log.append(index)));
      await log.close();
      await appending;
    }
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(201);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('cuts a torn end off the file itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'log-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'journal.log');
    const first = await Log.open(await openLogFile(path));
    if (!first.ok) throw new Error('damaged');
    await first.value.log.append('one');
    await first.value.log.close();
    const torn = await openLogFile(path);
    await torn.append('0123abcd 1 "tw');
    await torn.close();
    const second = await Log.open(await openLogFile(path));
    if (!second.ok) throw new Error('damaged');
    expect(second.value.records).toStrictEqual(['one']);
    await second.value.log.append('two');
    await second.value.log.close();
    const third = await Log.open(await openLogFile(path));
    expect(third).toMatchObject({ ok: true, value: { records: ['one', 'two'] } });
    if (third.ok) await third.value.log.close();
  });
});
