import { createServer } from 'node:http';
import { Access, DEFAULT_KEYS } from './access.ts';
import { CommitLog } from './commit-log.ts';
import { DEFAULT_COUNT, DEFAULT_SEED, generateCustomers } from './customers.ts';
import { normalizeCustomer, writeFields } from './direct-write.ts';
import { Door } from './door.ts';
import { FaultScript } from './fault-script.ts';
import { BASE_PATH, handle } from './handler.ts';
import type { PracticeOptions, PracticeServer } from './options.ts';
import { createRandom, seedOf } from './random.ts';
import { RateLimit } from './rate-limit.ts';
import { RequestLog } from './request-log.ts';
import { CustomerStore } from './store.ts';

export type { Reading, RightOfAccess } from './access.ts';
export type { Commit, Committer } from './commit-log.ts';
export type {
  FaultEffect,
  FaultReport,
  FaultRule,
  FaultTime,
  FaultUse,
  RequestMatch,
  RetryAfter,
  ScriptedAnswer,
  ScriptedWrite,
} from './faults.ts';
export type { PracticeOptions, PracticeServer } from './options.ts';
export type { Cut, RequestRecord } from './request-log.ts';

/** SECURITY: the practice server answers this machine only. */
const HOST = '127.0.0.1';

/** The built-in stand-in for Atlas, listening. What it imitates is in atlas-api.md, "Observed". */
export async function startPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const { seed = DEFAULT_SEED, size = DEFAULT_COUNT, now = Date.now } = options;
  const store = new CustomerStore(
    options.customers?.map(normalizeCustomer) ?? generateCustomers({ count: size, seed }),
  );
  const access = new Access(
    options.keys ?? DEFAULT_KEYS,
    options.reading ?? {},
    options.writing ?? 'allowed',
  );
  const rateLimit = new RateLimit({
    now,
    perWindow: options.rateLimit ?? 100,
    windowMs: options.rateWindowMs ?? 60_000,
  });
  const script = new FaultScript();
  script.set(options.faults ?? []);
  const log = new RequestLog();
  const commits = new CommitLog(now);
  const closing = new AbortController();
  let listings = 0;
  let closed: Promise<void> | undefined;
  const context = {
    store,
    access,
    rateLimit,
    script,
    log,
    commits,
    goAway: (ms: number) => door.awayFor(ms),
    now,
    seed,
    signal: closing.signal,
    latencyMs: options.latencyMs ?? 0,
    nextListingRandom: () => createRandom(seedOf(seed, 'listing', listings++)),
  };
  const server = createServer((request, response) => {
    handle(request, response, context).catch((error: unknown) => {
      response.destroy();
      // Waiting that was ended by closing is no defect; everything else is, and must not pass unseen.
      if (!closing.signal.aborted) throw error;
    });
  });
  const door = new Door(server, HOST, closing.signal);
  const port = await door.open(options.port ?? 0);

  return {
    baseUrl: `http://${HOST}:${port}${BASE_PATH}`,
    customers: () => store.all(),
    customer: (id) => store.byId(id),
    requests: () => log.all(),
    commits: () => commits.all(),
    scriptFaults: (rules) => script.set(rules),
    faults: () => script.report(),
    setRateLimit: (perMinute) => rateLimit.setLimit(perMinute),
    revokeKey: (key) => access.revoke(key),
    setReading: (reading) => access.setReading(reading),
    setWriting: (writing) => access.setWriting(writing),
    writeDirectly: (id, patch) => {
      const written = writeFields(store, id, patch);
      commits.add(written, { kind: 'other_writer', rule: null });
      return written;
    },
    reset: () => {
      store.reset();
      commits.reset();
    },
    close: () => {
      closing.abort();
      closed ??= door.close();
      return closed;
    },
  };
}
