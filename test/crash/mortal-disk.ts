import { basename } from 'node:path';
import { isJsonObject } from '../../src/core/json.ts';
import type { Disk, DiskFile } from '../../src/services/disk/disk.ts';
import { systemDisk } from '../../src/services/disk/system-disk.ts';
import { decodeLine } from '../../src/services/log/record.ts';
import { isRecordKind, type RecordKind } from './boundaries.ts';
import { type Fate, say } from './fate.ts';

/** The machine's own disk, of a process that may die at any record of a run's journal. */
export const mortalDisk = (fate: Fate): Disk => ({
  ...systemDisk,
  open: async (path) => {
    const file = await systemDisk.open(path);
    return basename(path) === 'journal.log' ? mortalJournal(file, fate) : file;
  },
  rename: async (from, to) => {
    const isPlan = basename(to) === 'plan.json';
    if (isPlan) fate.pass('plan: before its rename');
    await systemDisk.rename(from, to);
    if (isPlan) fate.pass('plan: renamed');
  },
});

function mortalJournal(file: DiskFile, fate: Fate): DiskFile {
  /** Written and not yet synced. */
  let unsynced: RecordKind[] = [];
  return {
    ...file,
    append: async (bytes) => {
      const records = recordsIn(Buffer.from(bytes));
      for (const { kind } of records) fate.pass(`${kind}: before its write`);
      const torn = records.find(({ kind }) => fate.isHere(`${kind}: half written`));
      if (torn) {
        await file.append(bytes.subarray(0, torn.middle));
        say({ kind: 'passed', boundary: `${torn.kind}: half written` });
        fate.die();
      }
      const taken = await file.append(bytes);
      for (const { kind } of records) fate.pass(`${kind}: written`);
      unsynced.push(...records.map(({ kind }) => kind));
      return taken;
    },
    sync: async () => {
      await file.sync();
      const synced = unsynced;
      unsynced = [];
      for (const kind of synced) fate.pass(`${kind}: synced`);
    },
    cut: async (length) => {
      fate.pass('torn end: before its cut');
      await file.cut(length);
      fate.pass('torn end: cut');
    },
  };
}

/** The records in a write to a journal whose boundaries count, and where in it the middle of each is. */
function recordsIn(bytes: Buffer): readonly { readonly kind: RecordKind; readonly middle: number }[] {
  const records: { kind: RecordKind; middle: number }[] = [];
  let at = 0;
  for (const text of bytes.toString('utf8').split('\n')) {
    const length = Buffer.byteLength(text) + 1;
    const line = decodeLine(text);
    const value = line?.kind === 'record' ? line.value : undefined;
    const kind = isJsonObject(value) ? value['kind'] : undefined;
    if (isRecordKind(kind)) records.push({ kind, middle: at + (length >> 1) });
    at += length;
  }
  return records;
}
