import { Agent } from 'undici';
import { importSheet } from '../../src/core/csv/import.ts';
import { printCsv } from '../../src/core/csv/print.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { isField } from '../../src/core/fields.ts';
import { type ColumnRole, mappingOf } from '../../src/core/mapping.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { RunEvent, RunState } from '../../src/core/run.ts';
import type { RunSettings } from '../../src/core/run-settings.ts';
import { validateSheet } from '../../src/core/validate.ts';
import type { Random } from '../../src/practice/random.ts';
import { createAtlasClient } from '../../src/services/atlas-client.ts';
import type { Clock } from '../../src/services/clock.ts';
import { type Connection, connectionInfo, createConnection } from '../../src/services/connection.ts';
import { dryRun } from '../../src/services/dry-run/dry-run.ts';
import { Gate } from '../../src/services/gate.ts';
import { type PacedClient, throughGate } from '../../src/services/paced-client.ts';
import { type Run, startRun } from '../../src/services/run/runner.ts';
import type { ModelSheet } from './model/wishes.ts';

export interface ProgramOptions {
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Of each request, in real time. */
  readonly timeoutMs: number;
}

export interface Applied {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
}

const KEY = 'sk_test_practice';
/** Real; many times what a run takes. */
const LONGEST_MS = 20_000;
const LONGEST_ROW_MS = 100;
const MOST_BYTES = 64 * 1024 * 1024;
/** As long as a page may take to come on a busy machine: a dry run is not what is tried out. */
const DRY_RUN_TIMEOUT_MS = 20_000;

/** The program as terminal and app put it together, and a person who goes on whenever it asks. */
export class Program {
  readonly #options: ProgramOptions;
  readonly #agent = new Agent();
  readonly #connection: Connection;
  readonly #gate: Gate;

  constructor(options: ProgramOptions) {
    this.#options = options;
    const connection = createConnection({ name: 'practice', baseUrl: options.baseUrl, key: KEY });
    if (!connection.ok) throw new Error(connection.error);
    this.#connection = connection.value;
    this.#gate = new Gate({ clock: options.clock, share: 0.95 });
  }

  async plan(sheet: ModelSheet): Promise<Plan> {
    const { clock, random } = this.#options;
    const imported = importSheet(new TextEncoder().encode(printCsv([sheet.headers, ...sheet.rows])));
    if (!imported.ok) throw new Error('The sheet can’t be read.');
    const { blanks } = sheet;
    const mapping = {
      ...mappingOf(sheet.headers.map(roleOf)),
      blanks: { billing_address: blanks, shipping_address: blanks },
    };
    const plan = await dryRun({
      validated: validateSheet(unedited(imported.value.sheet), mapping),
      connection: connectionInfo(this.#connection),
      fileName: 'sheet.csv',
      newId: () => 'plan-1',
      client: this.#client(DRY_RUN_TIMEOUT_MS),
      concurrency: 4,
      patience: { clock, random, tries: 5 },
    });
    if (!plan.ok) throw new Error(`There is no plan: ${JSON.stringify(plan.error)}`);
    return plan.value;
  }

  async apply(plan: Plan, settings: RunSettings): Promise<Applied> {
    const { clock, random, timeoutMs } = this.#options;
    const events: RunEvent[] = [];
    const run: Run = startRun({
      runId: 'run-1',
      plan,
      client: this.#client(timeoutMs),
      journal: {
        append: (event) => {
          events.push(event);
          return Promise.resolve();
        },
      },
      clock,
      random,
      settings,
      appVersion: '0.0.0',
      operator: 'robin',
      machine: 'desk',
      keyFingerprint: 'fingerprint-1',
      onEvent: (event) => {
        if (event.kind === 'paused' && event.reason !== 'no_connection') queueMicrotask(() => run.resume());
      },
    });
    // A run that does not end is cut short, so that it is said which rows were left.
    const limit = setTimeout(() => run.abort(), LONGEST_MS + plan.rows.length * LONGEST_ROW_MS);
    try {
      return { state: await run.done, events };
    } finally {
      clearTimeout(limit);
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  #client(timeoutMs: number): PacedClient {
    const client = createAtlasClient({
      connection: this.#connection,
      dispatcher: this.#agent,
      clock: this.#options.clock,
      limits: { phaseTimeoutMs: timeoutMs, totalTimeoutMs: timeoutMs, maxBodyBytes: MOST_BYTES },
      onRate: (rate) => this.#gate.observe(rate),
    });
    return throughGate(client, this.#gate);
  }
}

function roleOf(header: string): ColumnRole {
  if (header === 'id') return { kind: 'key', by: 'id' };
  if (header === 'email key') return { kind: 'key', by: 'email' };
  const checked = header.startsWith('check ') ? header.slice('check '.length) : undefined;
  if (checked !== undefined && isField(checked)) return { kind: 'check', field: checked };
  if (isField(header)) return { kind: 'write', field: header };
  throw new Error(`There is no role for the column ${header}.`);
}
