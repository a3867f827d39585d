import type { SeededBug } from '../seeded-bug.ts';

const LOG = 'src/services/log/log.ts';

/** In what is kept, and who may write it. */
export const DISK_BUGS: readonly SeededBug[] = [
  {
    name: 'a journal is not synced',
    patches: [{ file: LOG, old: '    await this.#file.sync();\n', new: '' }],
    caughtBy: [
      { file: 'services/log/log.test.ts', test: 'share a sync, and says so only after it' },
      { file: 'services/run-store/power-cut.test.ts', test: 'leaves no write without an intent' },
    ],
  },
  {
    name: 'a journal that could not be synced is written on',
    patches: [{ file: LOG, old: '        this.#failure ??= {', new: '        void {' }],
    caughtBy: [{ file: 'services/log/log.test.ts', test: 'could not be synced once takes nothing any more' }],
  },
  {
    name: 'a plan is kept without syncing it',
    patches: [{ file: 'src/services/files.ts', old: '      await file.sync();\n', new: '' }],
    caughtBy: [{ file: 'services/files.test.ts', test: 'is the old or the new one when the power is cut' }],
  },
  {
    name: 'damage in a journal is taken for its end',
    patches: [
      {
        file: 'src/services/log/read-log.ts',
        old: '      return err({ record: records.length + 1, byte: at });',
        new: '      break;',
      },
    ],
    caughtBy: [{ file: 'services/log/log.test.ts', test: 'says where a record was damaged' }],
  },
  {
    name: 'what was left half written is appended to',
    patches: [
      {
        file: LOG,
        old: '    if (tornBytes > 0) await file.cut(wholeBytes);\n',
        new: '    void tornBytes;\n',
      },
    ],
    caughtBy: [{ file: 'services/log/log.test.ts', test: 'drops a last record that was torn' }],
  },
  {
    name: 'a plan that was changed by hand is used',
    patches: [
      {
        file: 'src/services/run-store/plan-file.ts',
        old: ' || checksum(text) !== sum)',
        new: ' || checksum(text).length !== sum?.length)',
      },
    ],
    caughtBy: [{ file: 'services/run-store/faults.test.ts', test: 'its plan was changed by hand' }],
  },
  {
    name: 'a lock that is held is ignored',
    patches: [
      {
        file: 'src/services/locks/locks.ts',
        old: '      if (holder) return err(heldBy(holder));\n',
        new: '      void holder;\n',
      },
    ],
    caughtBy: [
      { file: 'services/locks/locks.test.ts', test: 'has one holder' },
      { file: 'services/run-store/hold-account.test.ts', test: 'one run at a time has a key' },
    ],
  },
  {
    name: 'a lock is never taken over from a process that was killed',
    patches: [
      {
        file: 'src/services/locks/locks.ts',
        old: "      if (seen !== 'unsure') return seen === 'running' ? claimant : undefined;",
        new: "      if (seen !== 'unsure') return claimant;",
      },
    ],
    caughtBy: [{ file: 'services/run-store/hold-account.test.ts', test: 'a key that a killed run had' }],
  },
];
