import { type Dispatcher, request } from 'undici';
import type { NotSentReason } from '../../core/answer.ts';
import { notSentReason } from './failure.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpLimits {
  /** Until the connection stands, until the answer's head, and between pieces of its body. */
  readonly phaseTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxBodyBytes: number;
}

/** `not_text`: no UTF-8. Decoded all the same it would be written back with other characters in it. */
type BodyFault = 'cut_off' | 'too_large' | 'not_text';

/** What came back over the wire, before anybody looks at what it means. */
export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
      /** Missing where there is a fault. */
      readonly text?: string;
      readonly bodyFault?: BodyFault;
    }
  | { readonly kind: 'not_sent'; readonly why: NotSentReason; readonly detail: string }
  | { readonly kind: 'lost'; readonly why: 'timeout' | 'connection' | 'aborted'; readonly detail: string };

/**
 * Sends one request once. undici follows no redirect unless told to and sends nothing twice; Chromium's stack
 * was seen to repeat a PATCH by itself. Time and size are bounded in every phase.
 */
export async function sendOnce(
  dispatcher: Dispatcher,
  input: HttpRequest,
  limits: HttpLimits,
): Promise<HttpAnswer> {
  if (input.signal?.aborted)
    return { kind: 'not_sent', why: 'aborted', detail: 'aborted before it was sent' };
  const timeout = AbortSignal.timeout(limits.totalTimeoutMs);
  const signal = input.signal ? AbortSignal.any([input.signal, timeout]) : timeout;
  let response: Dispatcher.ResponseData;
  try {
    response = await request(input.url, {
      dispatcher,
      method: input.method,
      headers: input.headers,
      body: input.body ?? null,
      signal,
      headersTimeout: limits.phaseTimeoutMs,
      bodyTimeout: limits.phaseTimeoutMs,
    });
  } catch (error) {
    return failureOf(error, input.signal, timeout);
  }
  const { statusCode: status, headers } = response;
  const body = await readBounded(response.body, limits.maxBodyBytes);
  return { kind: 'answered', status, headers, ...body };
}

async function readBounded(
  body: Dispatcher.ResponseData['body'],
  maxBytes: number,
): Promise<{ readonly text: string } | { readonly bodyFault: BodyFault }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) {
        body.destroy();
        return { bodyFault: 'too_large' };
      }
      chunks.push(chunk);
    }
  } catch {
    return { bodyFault: 'cut_off' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { bodyFault: 'not_text' };
  }
}

function failureOf(error: unknown, aborted: AbortSignal | undefined, timeout: AbortSignal): HttpAnswer {
  const detail = error instanceof Error ? error.message : String(error);
  const why = notSentReason(error);
  if (why) return { kind: 'not_sent', why, detail };
  if (aborted?.aborted) return { kind: 'lost', why: 'aborted', detail: 'aborted' };
  const isTimeout = timeout.aborted || codeOf(error).endsWith('_TIMEOUT');
  return { kind: 'lost', why: isTimeout ? 'timeout' : 'connection', detail };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
