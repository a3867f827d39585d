import type { SeededBug } from '../seeded-bug.ts';

const APPLY_ROW = 'src/services/run/apply-row.ts';
const RUN_ENGINE = 'src/services/run/run-engine.ts';

/** In the life of a run and its rows. */
export const RUN_BUGS: readonly SeededBug[] = [
  {
    name: 'a request leaves before its intent is durable',
    patches: [
      {
        file: 'src/services/run/send-attempt.ts',
        old: "    await record({ kind: 'intent',",
        new: "    void record({ kind: 'intent',",
      },
    ],
    caughtBy: [
      { file: 'services/run/journal.test.ts', test: 'an intent is durable before its request arrives' },
    ],
  },
  {
    name: 'an outcome is shown before it is durable',
    patches: [
      {
        file: 'src/services/run/run-record.ts',
        old: '    try {\n      await this.#options.journal.append(event);',
        new: '    if (event.kind === "ended") this.#know(event);\n    try {\n      await this.#options.journal.append(event);',
      },
    ],
    caughtBy: [{ file: 'services/run/journal.test.ts', test: 'an outcome before it is shown' }],
  },
  {
    name: 'a journal that fails is gone on without',
    patches: [
      {
        file: 'src/services/run/run-record.ts',
        old: '      this.#options.onJournalFailed(detail);\n      throw new JournalError(detail);',
        new: '      void detail;',
      },
    ],
    caughtBy: [{ file: 'services/run/journal.test.ts', test: 'at any of its records' }],
  },
  {
    name: 'a write of unknown effect is sent again unseen',
    patches: [
      {
        file: APPLY_ROW,
        old: '        this.#tries++;\n        return await this.#afterDoubt();',
        new: '        this.#tries++;\n        return undefined;',
      },
    ],
    caughtBy: [
      {
        file: 'services/run/unknown.test.ts',
        test: 'a write of which nobody knows what became of it is read',
      },
    ],
  },
  {
    name: 'what became of a write is looked for before it has settled',
    patches: [
      { file: 'src/services/run/find-out.ts', old: '  await clock.sleep(settings.settleMs);\n', new: '' },
    ],
    caughtBy: [{ file: 'services/run/resume.test.ts', test: 'is given time to settle' }],
  },
  {
    name: 'a write that lands late is told as never written',
    patches: [
      {
        file: APPLY_ROW,
        old: '    if (this.#tries === 0 || !ASSERT_NOTHING_WRITTEN.has(outcome.state)) return outcome;',
        new: '    if (this.#tries >= 0 || !ASSERT_NOTHING_WRITTEN.has(outcome.state)) return outcome;',
      },
    ],
    caughtBy: [{ file: 'services/run/late.test.ts', test: 'is found by a last look' }],
  },
  {
    name: 'after a crash an intent without an answer is sent again unseen',
    patches: [
      {
        file: 'src/core/row-history.ts',
        old: "  if (!answer) return { kind: 'in_doubt' };",
        new: "  if (!answer) return { kind: 'clear' };",
      },
    ],
    caughtBy: [{ file: 'services/run/resume.test.ts', test: 'finds it written, and does not send it again' }],
  },
  {
    name: 'after a crash a row that was answered is sent again',
    patches: [
      {
        file: 'src/core/row-history.ts',
        old: "      return { kind: 'accepted' };",
        new: "      return { kind: 'clear' };",
      },
    ],
    caughtBy: [{ file: 'services/run/resume.test.ts', test: 'after a 200 that showed nobody what it did' }],
  },
  {
    name: 'a run is gone on with against another account',
    patches: [
      {
        file: 'src/services/run/prove-account.ts',
        old: '      const isSame = answer.value.customer.created === then.created;',
        new: '      const isSame = answer.value.customer.id === then.id;',
      },
    ],
    caughtBy: [{ file: 'services/run/prove-account.test.ts', test: 'a run is not gone on with' }],
  },
  {
    name: 'the budget for sending again is ignored',
    patches: [
      {
        file: 'src/services/run/retry-budget.ts',
        old: '    if (this.#left <= 0) return false;\n',
        new: '',
      },
    ],
    caughtBy: [{ file: 'services/run/pauses.test.ts', test: 'pauses the run when it is spent' }],
  },
  {
    name: 'rows go on failing and nothing pauses',
    patches: [
      {
        file: 'src/services/run/breaker.ts',
        old: 'unwanted > rows * mostShare;',
        new: 'unwanted > rows;',
      },
    ],
    caughtBy: [{ file: 'services/run/pauses.test.ts', test: 'pause it anew only after another fifty' }],
  },
  {
    name: 'the pilot writes more rows than it should',
    patches: [
      {
        file: 'src/services/run/pilot.ts',
        old: 'this.#atWork >= this.#left',
        new: 'this.#atWork > this.#left',
      },
    ],
    caughtBy: [{ file: 'services/run/pauses.test.ts', test: 'writes exactly so many rows' }],
  },
  {
    name: 'a customer has two requests in flight',
    patches: [
      {
        file: RUN_ENGINE,
        old: '        if (before !== undefined) await this.#outcomes.get(before);\n',
        new: '',
      },
    ],
    caughtBy: [{ file: 'services/run/order.test.ts', test: 'a plan has two rows for it' }],
  },
  {
    name: 'a chain of e-mails is written in the order of the file',
    patches: [
      {
        file: 'src/core/email-order.ts',
        old: '  return [...ordered];',
        new: '  return updates;',
      },
      {
        file: RUN_ENGINE,
        old: 'update.after === undefined ? undefined : await this.#outcomes.get(update.after)',
        new: 'undefined as Outcome | undefined',
      },
    ],
    caughtBy: [{ file: 'services/run/order.test.ts', test: 'are written from its free end' }],
  },
  {
    name: 'what waited for a row that failed is sent all the same',
    patches: [
      {
        file: RUN_ENGINE,
        old: "before.state !== 'applied' && before.state !== 'already_so'",
        new: "before.state === 'not_attempted'",
      },
    ],
    caughtBy: [{ file: 'services/run/order.test.ts', test: 'what waited for a row that failed' }],
  },
  {
    name: 'what was read may be of any age when a write leaves',
    patches: [
      {
        file: 'src/services/run/freshness-limits.ts',
        old: '    return ageMs >= 0 && ageMs <= this.#limitMs;',
        new: '    return ageMs >= 0;',
      },
    ],
    caughtBy: [{ file: 'services/run/gate-wait.test.ts', test: 'the machine may sleep' }],
  },
];
