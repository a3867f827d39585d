import type { SeededBug } from '../seeded-bug.ts';

const MERGE = 'src/core/merge.ts';
const DRIFT = 'src/core/drift.ts';
const CLASSIFY = 'src/core/classify.ts';

/** In what is sent, and what an answer means. */
export const RULE_BUGS: readonly SeededBug[] = [
  {
    name: 'a part of an address is sent alone',
    patches: [{ file: MERGE, old: 'withParts(current.value, parts)', new: 'withParts({}, parts)' }],
    caughtBy: [
      { file: 'core/merge.test.ts', test: 'keeps its other parts' },
      { file: 'services/run/outcomes.test.ts', test: 'the rest of the address is as it was' },
    ],
  },
  {
    name: 'other metadata is lost',
    patches: [{ file: MERGE, old: '  let next = current.value;', new: '  let next: JsonObject = {};' }],
    caughtBy: [{ file: 'core/merge.test.ts', test: 'keeps its other keys' }],
  },
  {
    name: 'other metadata is sent as it was at the dry run',
    patches: [
      {
        file: DRIFT,
        old: 'mergeEdits(fresh, row.edits, options)',
        new: 'mergeEdits(row.snapshot ?? fresh, row.edits, options)',
      },
    ],
    caughtBy: [{ file: 'services/run/drift.test.ts', test: 'to other metadata is carried over' }],
  },
  {
    name: 'a change around a corrected address part is not seen',
    patches: [{ file: DRIFT, old: ', ...movedSiblings(row, fresh)]', new: ']' }],
    caughtBy: [{ file: 'core/drift.test.ts', test: 'in another part of the same address is a conflict' }],
  },
  {
    name: 'a change to the very field is overwritten',
    patches: [{ file: DRIFT, old: '[...movedFields(row, fresh), ', new: '[' }],
    caughtBy: [{ file: 'services/run/drift.test.ts', test: 'to a touched field is a conflict' }],
  },
  {
    name: 'any 200 is believed',
    patches: [
      {
        file: 'src/core/outcome.ts',
        old: 'changes.filter((change) => !hasWanted(answered, change))',
        new: 'changes.filter(() => false)',
      },
    ],
    caughtBy: [{ file: 'services/run/outcomes.test.ts', test: 'a 200 is not believed' }],
  },
  {
    name: 'a 500 is told as refused',
    patches: [
      {
        file: CLASSIFY,
        old: "  if (status === 408 || status >= 500) return 'unknown_until_read';",
        new: "  if (status === 408) return 'unknown_until_read';",
      },
    ],
    caughtBy: [
      { file: 'core/classify.test.ts', test: 'an answer to a write' },
      { file: 'services/run/unknown.test.ts', test: 'a write of which nobody knows' },
    ],
  },
  {
    name: 'a key that is rejected is tried with every row',
    patches: [{ file: CLASSIFY, old: 'status === 401 || status === 403', new: 'status === 403' }],
    caughtBy: [{ file: 'services/run/stops.test.ts', test: 'an answer that no other row would escape' }],
  },
  {
    name: 'a key that is rejected is tried again and again',
    patches: [
      {
        file: CLASSIFY,
        old: "  if (status === 429) return 'wait';",
        new: "  if (status === 401) return 'unknown_until_read';\n  if (status === 429) return 'wait';",
      },
    ],
    caughtBy: [{ file: 'services/run/stops.test.ts', test: 'an answer that no other row would escape' }],
  },
  {
    name: 'rows of one customer are told apart by how its id is spelt',
    patches: [
      {
        file: 'src/core/plan-rows.ts',
        old: "if (resolution.kind === 'found') return resolution.snapshot.customer.id;",
        new: "if (resolution.kind === 'found') return read().key?.text;",
      },
    ],
    caughtBy: [{ file: 'core/plan-rows.test.ts', test: 'judged by the id that Atlas answers with' }],
  },
  {
    name: 'an undo takes back what somebody changed since',
    patches: [
      {
        file: 'src/core/undo.ts',
        old: "  if (!isAsLeft) return leave({ why: 'changed_since', field, left, now });\n",
        new: '  void isAsLeft;\n',
      },
    ],
    caughtBy: [{ file: 'services/undo/undo.test.ts', test: 'keeps what somebody changed since' }],
  },
  {
    name: 'an undo takes back what the run never wrote',
    patches: [
      {
        file: 'src/core/undo-written.ts',
        old: '  if (!runRow || runRow.attempts.length === 0) return [];',
        new: '  if (!runRow) return [];',
      },
      { file: 'src/core/undo-written.ts', old: "    case 'already_so':\n", new: '' },
      {
        file: 'src/core/undo-written.ts',
        old: "    case 'not_applied':\n",
        new: "    case 'already_so':\n      return changes.map((change) => fieldOf(update, change, true));\n    case 'not_applied':\n",
      },
    ],
    caughtBy: [{ file: 'services/undo/undo.test.ts', test: 'is undone only as far as it was applied' }],
  },
  {
    name: 'an undo takes back what nobody saw written',
    patches: [
      {
        file: 'src/core/undo.ts',
        old: "  if (!isSeen) return leave({ why: 'not_seen', field, now });\n",
        new: '  void isSeen;\n',
      },
    ],
    caughtBy: [{ file: 'services/undo/undo.test.ts', test: 'is not taken back where nobody saw' }],
  },
];
