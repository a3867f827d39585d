import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { classify } from '../../src/core/classify.ts';

const refused = (status: number): Answer<never> => ({ kind: 'refused', status });

describe('an answer to a write', () => {
  it.each(
    Object.entries({
      reject_row: [400, 402, 404, 406, 409, 410, 412, 413, 415, 418, 422, 451, 499],
      stop_run: [401, 403, 405, 300, 301, 302, 303, 304, 307, 308],
      wait: [429],
      // The last four are no refusals at all: whatever they are, something may have been written.
      unknown_until_read: [408, 500, 501, 502, 503, 504, 520, 529, 599, 100, 102, 206, 226],
    }).flatMap(([verdict, statuses]) => statuses.map((status) => [status, verdict] as const)),
  )('of %i means %s', (status, verdict) => {
    expect(classify(refused(status))).toBe(verdict);
  });

  it('of 200 is compared with what was sent', () => {
    expect(classify({ kind: 'ok', value: {}, status: 200 })).toBe('compare');
  });

  it.each(['cut_off', 'not_json', 'other_shape', 'too_large'] as const)(
    'that is %s leaves open what was written',
    (why) => {
      expect(classify({ kind: 'unreadable', status: 200, why })).toBe('unknown_until_read');
    },
  );

  it.each(['timeout', 'connection', 'aborted'] as const)('lost by %s leaves open what was written', (why) => {
    expect(classify({ kind: 'lost', why, detail: '' })).toBe('unknown_until_read');
  });

  it.each(['dns', 'refused', 'offline', 'proxy', 'tls', 'connect_timeout'] as const)(
    'not sent for %s pauses the run',
    (why) => {
      expect(classify({ kind: 'not_sent', why, detail: '' })).toBe('pause');
    },
  );
});
