import type { Secret } from '../secret.ts';
import type { HttpAnswer } from './send.ts';

/**
 * SECURITY: an answer that repeats the key (proxies that show what they got do) is kept without it, in its headers
 * too: a request id goes into messages, journal and report. A customer's own data are left as they are.
 */
export function withoutKey(answer: HttpAnswer, key: Secret): HttpAnswer {
  if (answer.kind !== 'answered') return answer;
  const hidden = (text: string): string => text.replaceAll(key.reveal(), key.toString());
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? hidden(value) : value?.map(hidden),
    ]),
  );
  const isRefusal = answer.status >= 300;
  return { ...answer, headers, ...(isRefusal && answer.text !== undefined && { text: hidden(answer.text) }) };
}
