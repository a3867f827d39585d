import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Performed } from './answer.ts';
import type { FaultEffect, RetryAfter, ScriptedAnswer } from './faults.ts';
import type { RequestEnding } from './request-log.ts';

/** One request that is being answered. */
export interface Exchange {
  readonly response: ServerResponse;
  /** Makes the update, if there is one to make, and says how it would be answered. Called at most once. */
  readonly perform: () => Performed;
  readonly note: (ending: RequestEnding) => void;
  /** Cuts all connections and refuses new ones for so long. */
  readonly goAway: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Ends all waiting when the server closes. */
  readonly signal: AbortSignal;
}

/** Answers as the service would, or as a fault wants it. */
export async function carryOut(effect: FaultEffect | undefined, exchange: Exchange): Promise<void> {
  if (effect === undefined) return send(commit(exchange), exchange);
  switch (effect.kind) {
    case 'answer': {
      if (effect.delayMs !== undefined) await wait(effect.delayMs, exchange);
      if (effect.commits === true) commit(exchange);
      return send(scriptedAnswer(effect, exchange.now()), exchange);
    }
    case 'delay': {
      if (effect.before === 'commit') await wait(effect.ms, exchange);
      const answer = commit(exchange);
      if (effect.before === 'answer') await wait(effect.ms, exchange);
      return send(answer, exchange);
    }
    case 'reset_before_commit':
      return reset(exchange, effect.kind);
    case 'reset_after_commit':
      commit(exchange);
      return reset(exchange, effect.kind);
    case 'commit_after_reset':
      reset(exchange, effect.kind);
      await wait(effect.delayMs, exchange);
      commit(exchange);
      return;
    case 'away':
      reset(exchange, 'reset_before_commit');
      return exchange.goAway(effect.ms);
    case 'truncated_body':
      return truncate(commit(exchange), exchange);
  }
}

function commit({ perform, note }: Exchange): Answer {
  const { answer, committed } = perform();
  if (committed !== undefined) note({ isCommitted: true, customerAfter: committed });
  return answer;
}

function send(answer: Answer, { response, note }: Exchange): void {
  // Nobody is left to read the answer: the client gave up, or the server is closing.
  if (response.destroyed) return note({ cut: 'client_left' });
  note({ status: answer.status });
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

/** RST rather than FIN: the client sees ECONNRESET, as behind a proxy that dies. */
function reset(
  { response, note }: Exchange,
  cut: 'reset_before_commit' | 'reset_after_commit' | 'commit_after_reset',
): void {
  note({ cut });
  response.socket?.resetAndDestroy();
}

function truncate(answer: Answer, { response, note }: Exchange): void {
  const body = Buffer.from(answer.body);
  note({ status: answer.status, cut: 'truncated' });
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length + 1 });
  response.write(body.subarray(0, body.length >> 1), () => response.destroy());
}

async function wait(ms: number, { signal }: Exchange): Promise<void> {
  await sleep(ms, undefined, { signal });
}

function scriptedAnswer(effect: ScriptedAnswer, now: number): Answer {
  const { json, text } = effect;
  const contentType = json === undefined ? 'text/html; charset=utf-8' : 'application/json';
  return {
    status: effect.status,
    headers: {
      ...((json !== undefined || text !== undefined) && { 'content-type': contentType }),
      ...(effect.retryAfter !== undefined && { 'retry-after': retryAfterHeader(effect.retryAfter, now) }),
      ...effect.headers,
    },
    body: json === undefined ? (text ?? '') : JSON.stringify(json),
  };
}

function retryAfterHeader({ kind, seconds }: RetryAfter, now: number): string {
  return kind === 'seconds' ? String(seconds) : new Date(now + seconds * 1000).toUTCString();
}
