import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonValue } from '../core/json.ts';
import { type Access, keyOf } from './access.ts';
import type { Answer, Performed } from './answer.ts';
import type { CommitLog } from './commit-log.ts';
import { writeParts } from './direct-write.ts';
import { refuse } from './errors.ts';
import { carryOut } from './exchange.ts';
import type { FaultScript } from './fault-script.ts';
import type { FaultRule } from './faults.ts';
import { createRandom, seedOf, uuid } from './random.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RequestLog } from './request-log.ts';
import { perform, type RouteContext } from './routes.ts';

export const BASE_PATH = '/functions/v1';

export interface HandlerContext extends RouteContext {
  readonly access: Access;
  readonly rateLimit: RateLimit;
  readonly script: FaultScript;
  readonly log: RequestLog;
  readonly commits: CommitLog;
  readonly goAway: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly seed: number;
  readonly latencyMs: number;
}

/**
 * One request from arrival to answer: key, rate limit, scripted fault, route. A fault is chosen only among
 * requests that got that far, so that "the third PATCH" is the third one that was really tried.
 */
export async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: HandlerContext,
): Promise<void> {
  const { access, rateLimit, script, log, commits, goAway, now, signal } = context;
  // Not parsed as a URL, which would tidy up what was really sent.
  const [target = '', query = ''] = (request.url ?? '').split('?', 2);
  const path = target.startsWith(`${BASE_PATH}/`) ? target.slice(BASE_PATH.length) : '/';
  const method = request.method ?? '';
  const key = keyOf(request.headers.authorization);
  const keyLastFour = key?.slice(-4) ?? null;
  const requestId = `req_${uuid(createRandom(seedOf(context.seed, 'request', log.size))).replaceAll('-', '')}`;
  const record = log.open({ arrivedAt: now(), method, path, query, keyLastFour, requestId });

  const bodyText = await textOf(request);
  if (bodyText === undefined) return log.note(record, { cut: 'client_left' });
  const body = parsed(bodyText);
  log.note(record, { bodyText, body });
  if (context.latencyMs > 0) await sleep(context.latencyMs, undefined, { signal });

  response.sendDate = false;
  response.setHeader('date', new Date(now()).toUTCString());
  response.setHeader('x-request-id', requestId);
  const exchange = {
    response,
    note: log.note.bind(log, record),
    now,
    signal,
    goAway,
  };
  const answerWith = (answer: Answer): Promise<void> =>
    carryOut(undefined, { ...exchange, perform: () => ({ answer }) });

  if (method === 'OPTIONS') return answerWith(PREFLIGHT);
  if (!access.isAccepted(key)) {
    setHeaders(response, rateLimit.untouched());
    return answerWith(refuse('unauthorized', requestId));
  }
  const standing = rateLimit.take(key);
  setHeaders(response, standing.headers);
  if (!standing.isAllowed) return answerWith(refuse('rate_limit_exceeded', requestId));

  const fault = script.choose({ method, path, query, bodyText, keyLastFour });
  log.note(record, { fault: fault?.name ?? null });
  if (fault?.otherWriter?.at === 'arrival') writeOther(fault, context);
  const performNow = (): Performed => {
    const performed = perform({ method, path, query, body, requestId }, context);
    const { committed } = performed;
    if (committed) commits.add(committed, { kind: 'request', sequence: record.sequence });
    log.note(record, { version: commits.version });
    if (fault?.otherWriter?.at === 'carried_out') writeOther(fault, context);
    return performed;
  };
  return carryOut(fault?.effect, { ...exchange, perform: performNow });
}

function writeOther({ name, otherWriter }: FaultRule, { store, commits }: HandlerContext): void {
  if (!otherWriter) return;
  const written = writeParts(store, otherWriter.customerId, otherWriter.fields);
  commits.add(written, { kind: 'other_writer', rule: name });
}

/** Browsers may read, but not PATCH; `Idempotency-Key` is an allowed header and otherwise ignored. */
const PREFLIGHT: Answer = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  },
  body: '',
};

/** Undefined when the client left before it had sent everything. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
