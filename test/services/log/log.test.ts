import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonValue } from '../../../src/core/json.ts';
import { Log } from '../../../src/services/log/log.ts';
import { openLogFile } from '../../../src/services/log/log-file.ts';
import { FragileDisk } from '../support/fragile-disk.ts';
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

/** The byte after a record's line. */
function endOfRecord(bytes: Buffer, count: number): number {
  let end = 0;
  for (let records = 0; records < count; ) {
    const line = bytes.subarray(end, bytes.indexOf('\n', end)).toString();
    if (!line.includes(' =')) records++;
    end += Buffer.byteLength(line) + 1;
  }
  return end;
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
    const third = whole.indexOf('\n', two.length) + 1;
    for (let length = two.length; length < third; length++) {
      const file = new MemoryFile(whole.subarray(0, length));
      const { log, records } = await opened(file);
      expect(records).toStrictEqual(['one', 'zwölf']);
      expect(file.bytes.length).toBe(two.length);
      await log.append('four');
      expect((await opened(file)).records).toStrictEqual(['one', 'zwölf', 'four']);
    }
  });

  it('drops what was on its way to the disk when the power failed, also where a later piece arrived', async () => {
    const durable = await written(['one', 'two']);
    const file = new MemoryFile(durable);
    const { log } = await opened(file);
    file.onSync = () => Promise.reject(new Error('the power failed'));
    const unsynced = [log.append('three'), log.append('four'), log.append('five')];
    await Promise.allSettled(unsynced);
    for (let at = durable.length; at < file.bytes.length; at++) {
      const gap = new MemoryFile(file.bytes);
      gap.bytes.fill(0, at, Math.min(at + 5, gap.bytes.length));
      const { records } = await opened(gap);
      expect(['one', 'two', 'three', 'four', 'five'].slice(0, records.length)).toStrictEqual(records);
      expect(records.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('says where a record was damaged by any flipped bit, and changes nothing', async () => {
    const records: JsonValue[] = ['one', { two: 'zwölf' }, [3]];
    const whole = await written(records);
    const ends = [1, 2, 3].map((count) => endOfRecord(whole, count));
    for (let at = 0; at < endOfRecord(whole, 3); at++) {
      for (const bit of [0x01, 0x20, 0x80]) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bit;
        const file = new MemoryFile(bytes);
        const result = await Log.open(file);
        if (result.ok) throw new Error(`The flipped bit ${bit} at ${at} was not seen`);
        const { record, byte } = result.error;
        expect(byte).toBeLessThanOrEqual(at);
        // A mark between two records counts as the beginning of the later one.
        expect(record).toBe(1 + ends.findIndex((end) => at < end));
        expect(file.bytes).toStrictEqual(bytes);
      }
    }
  });

  it('sees that a record is missing, doubled or out of turn', async () => {
    const lines = (await written(['one', 'two', 'three'])).toString().split('\n');
    const [one = '', marked1 = '', two = '', marked2 = '', three = '', marked3 = ''] = lines;
    const open = (...kept: string[]) => Log.open(new MemoryFile(Buffer.from(`${kept.join('\n')}\n`)));
    expect(await open(one, three)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(one, marked1, marked3)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(two, three)).toMatchObject({ ok: false, error: { record: 1, byte: 0 } });
    expect(await open(one, one, two)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(one, three, two)).toMatchObject({ ok: false, error: { record: 2 } });
    expect(await open(one, '', two, marked2)).toMatchObject({ ok: false, error: { record: 2 } });
  });

  it('has a record whole that the disk took piece by piece', async () => {
    const file = new MemoryFile();
    file.most = 7;
    const { log } = await opened(file);
    await Promise.all([log.append('one'), log.append({ two: 'zwölf' })]);
    await log.close();
    expect((await opened(file)).records).toStrictEqual(['one', { two: 'zwölf' }]);
  });

  it('trusts what another process left only once it is durable', async () => {
    const disk = FragileDisk.withFolder('/data');
    const killed = await openLogFile('/data/log', disk);
    await killed.append(await written(['one', 'two']));
    const result = await Log.open(await openLogFile('/data/log', disk));
    expect(result).toMatchObject({ ok: true, value: { records: ['one', 'two'] } });
    const found = await Log.open(
      await openLogFile(
        '/data/log',
        disk.afterCut(() => 0),
      ),
    );
    expect(found).toMatchObject({ ok: true, value: { records: ['one', 'two'] } });
  });

  it('that the disk has no room for takes nothing any more, and reads as it was before', async () => {
    const file = new MemoryFile(await written(['one']));
    const { log } = await opened(file);
    file.most = 0;
    await expect(log.append('two')).rejects.toThrow('no more bytes');
    file.most = 100;
    await expect(log.append('three')).rejects.toThrow('no more bytes');
    await log.close();
    expect((await opened(file)).records).toStrictEqual(['one']);
  });

  it('waits for what was appended when it is closed, and takes nothing afterwards', async () => {
    const file = new MemoryFile();
    const { log } = await opened(file);
    const appending = log.append('one');
    await log.close();
    await expect(log.append('two')).rejects.toThrow('closed');
    await appending;
    expect((await opened(file)).records).toStrictEqual(['one']);
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
    const lines = (await readFile(path, 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && !line.includes(' ='));
    expect(lines).toHaveLength(200);
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
    await torn.append(Buffer.from('0123abcd 1 1 "tw'));
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
