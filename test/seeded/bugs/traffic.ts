import type { SeededBug } from '../seeded-bug.ts';

const GATE_STATE = 'src/services/gate/gate-state.ts';
const PACED_CLIENT = 'src/services/paced-client.ts';
const ASKED_TO_WAIT = "  return isAsked ? { kind: 'asked_to_wait', retryAfterMs } : { kind: 'answered' };";

/** In how requests leave. */
export const TRAFFIC_BUGS: readonly SeededBug[] = [
  {
    name: 'Retry-After is ignored',
    patches: [
      { file: PACED_CLIENT, old: ASKED_TO_WAIT, new: "  void isAsked;\n  return { kind: 'answered' };" },
    ],
    caughtBy: [{ file: 'services/run/rate.test.ts', test: 'a 429' }],
  },
  {
    name: 'what was asked for by Retry-After is cut short',
    patches: [
      {
        file: GATE_STATE,
        old: 'close(state, Math.max(LEAST_WAIT_MS, retryAfterMs), now)',
        new: 'close(state, Math.max(LEAST_WAIT_MS, retryAfterMs * 0.9), now)',
      },
    ],
    caughtBy: [
      { file: 'services/gate/closing.test.ts', test: 'one request goes ahead when the time has come' },
    ],
  },
  {
    name: 'after a 429 each row waits by itself',
    patches: [
      { file: PACED_CLIENT, old: ASKED_TO_WAIT, new: "  void isAsked;\n  return { kind: 'answered' };" },
      {
        file: 'src/services/patient-read.ts',
        old: "    if (answer.kind === 'refused' && answer.status === 429) continue;",
        new: `    if (answer.kind === 'refused' && answer.status === 429) {
      await patience.clock.sleep(answer.retryAfterMs ?? 0);
      continue;
    }`,
      },
      {
        file: 'src/services/run/apply-row.ts',
        old: "      case 'wait':\n        return undefined;",
        new: `      case 'wait':
        await this.#context.clock.sleep(answer.kind === 'refused' ? (answer.retryAfterMs ?? 0) : 0);
        return undefined;`,
      },
    ],
    caughtBy: [{ file: 'services/run/rate.test.ts', test: 'a 429 for one row holds up' }],
  },
  {
    name: 'after a 429 everybody comes back at once',
    patches: [
      {
        file: GATE_STATE,
        old: "  if (isNew || state.probe.kind === 'none') state.probe = { kind: 'due' };",
        new: "  state.probe = { kind: 'none' };",
      },
    ],
    caughtBy: [
      { file: 'services/gate/closing.test.ts', test: 'one request goes ahead when the time has come' },
    ],
  },
  {
    name: 'each window has the whole rate of a key',
    patches: [
      {
        file: 'src/services/gate/gate-for.ts',
        old: '    shared: { state, id: randomUUID(), onNotice },\n',
        new: '',
      },
    ],
    caughtBy: [{ file: 'services/gate/gate-for.test.ts', test: 'a 429 that one program gets' }],
  },
  {
    name: 'the whole limit is used, whatever the share',
    patches: [{ file: GATE_STATE, old: 'Math.max(1, limit * share)', new: 'Math.max(1, limit + 0 * share)' }],
    caughtBy: [{ file: 'services/gate/gate.test.ts', test: 'the gate' }],
  },
  {
    name: 'a redirect is followed',
    patches: [
      {
        file: 'src/services/http/send.ts',
        old: "import { type Dispatcher, request } from 'undici';",
        new: "import { type Dispatcher, interceptors, request } from 'undici';",
      },
      {
        file: 'src/services/http/send.ts',
        old: '      dispatcher,\n',
        new: '      dispatcher: dispatcher.compose(interceptors.redirect({ maxRedirections: 3 })),\n',
      },
    ],
    caughtBy: [
      { file: 'services/run/stops.test.ts', test: 'a redirect stops the run' },
      { file: 'services/http/answers.test.ts', test: 'that redirects is a refusal' },
    ],
  },
  {
    name: 'a request that may have left is told as not sent',
    patches: [
      {
        file: 'src/services/http/failure.ts',
        old: '(CONNECTING.has(syscall) ? WHILE_CONNECTING.get(code) : undefined)',
        new: "(CONNECTING.has(syscall) || true ? (WHILE_CONNECTING.get(code) ?? 'offline') : undefined)",
      },
    ],
    caughtBy: [{ file: 'services/http/failures.test.ts', test: 'a request that may have arrived is lost' }],
  },
];
