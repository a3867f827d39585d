import { vi } from 'vitest';
import type { CommandInput, CommandOutput, CommandResult } from '../../src/contract/commands.ts';
import type { CommandName } from '../../src/contract/names.ts';
import type { PlanSummary } from '../../src/contract/plan-schemas.ts';
import { USUAL_ARRANGEMENT } from '../../src/core/column-arrangement.ts';
import { importSheet } from '../../src/core/csv/import.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { type LastTime, recalledMapping } from '../../src/core/remembered-mapping.ts';
import { ALL_STATES, type RowState } from '../../src/core/row-state.ts';
import { History } from '../../src/renderer/model/history.ts';
import type { Host } from '../../src/renderer/model/host.ts';
import { LiveSheet } from '../../src/renderer/model/live-sheet.ts';
import { Recorder } from '../../src/renderer/model/recorder.ts';

type Answers = { [N in CommandName]?: (input: CommandInput<N>) => CommandOutput<N> };

export interface FakeHost extends Host {
  readonly asked: (readonly [CommandName, unknown])[];
  /** From now on every command fails with these words. */
  failWith(message: string): void;
}

/** A host that answers what a test says, and notes what it was asked. */
export function fakeHost(answers: Answers = {}): FakeHost {
  const asked: (readonly [CommandName, unknown])[] = [];
  let failure: string | undefined;
  return {
    asked,
    failWith: (message) => {
      failure = message;
    },
    command: <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandResult<N>> => {
      asked.push([name, input]);
      if (failure !== undefined) {
        return Promise.resolve({ ok: false, error: { code: 'test', message: failure } });
      }
      const answer = answers[name];
      const value = answer ? answer(input) : ({ savedAt: '2026-01-01T00:00:00.000Z' } as CommandOutput<N>);
      return Promise.resolve({ ok: true, value });
    },
    listen: () => () => undefined,
    importDropped: () => Promise.reject(new Error('Nothing is dropped here')),
  };
}

// Frames come when a test lets time pass, as they do in a window.
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 1));
vi.stubGlobal('cancelAnimationFrame', (waiting: NodeJS.Timeout) => clearTimeout(waiting));

export const frame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

export const SESSION_ID = '7f3f53b6-1111-4222-8333-444455556666';

/** A live sheet of a CSV text, as the window has it after an import. */
export function liveSheet(
  text: string,
  host: Host = fakeHost(),
  lastTime: LastTime | null = null,
): LiveSheet {
  const imported = importSheet(new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(imported.error[0]?.message);
  const { sheet } = imported.value;
  const proposal = proposeMapping(sheet);
  const mapping = lastTime ? recalledMapping(lastTime, sheet.columns, proposal) : proposal.mapping;
  const session = {
    sessionId: SESSION_ID,
    fileName: 'edits.csv',
    bytes: text.length,
    options: {},
    revision: 0,
  };
  const recorder = new Recorder(host, SESSION_ID, { onSaved: () => undefined, onFailed: () => undefined });
  return new LiveSheet({
    session,
    loaded: {
      imported: imported.value,
      mapping,
      proposal,
      lastTime,
      edited: unedited(sheet),
      history: new History(),
      arrangement: USUAL_ARRANGEMENT,
    },
    host,
    recorder,
  });
}

export const PLAN: PlanSummary = {
  planId: '2b1f7c1e-5d0a-4c57-9a53-0d6a3f1c8e42',
  hash: '0'.repeat(64),
  createdAt: '2026-01-01T00:00:00.000Z',
  connection: {
    connectionId: '2b1f7c1e-5d0a-4c57-9a53-0d6a3f1c8e43',
    name: 'Practice server',
    baseUrl: 'http://127.0.0.1/v1',
    mode: 'TEST',
    keyLastFour: 'tice',
    isPractice: true,
    isKept: false,
  },
  revision: 0,
  counts: {},
  customers: 1,
  fields: [],
  figures: [],
  surprises: [],
  warnings: [],
  samples: [],
  canRead: true,
  perMinute: 90,
  leftOut: 0,
  reading: { read: 1, known: 0, since: '2026-01-01T00:00:00.000Z' },
};

export const codes = (...states: readonly RowState[]): Uint8Array =>
  Uint8Array.from(states, (state) => ALL_STATES.indexOf(state));

export const code = (state: RowState): number => ALL_STATES.indexOf(state);
