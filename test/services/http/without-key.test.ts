import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../src/services/http/send.ts';
import { withoutKey } from '../../../src/services/http/without-key.ts';
import { Secret } from '../../../src/services/secret.ts';

const KEY = new Secret('sk_test_canary_0c8d51e2a94b7f36');
const answered = (status: number, text: string, id: string | readonly string[]): HttpAnswer => ({
  kind: 'answered',
  status,
  headers: { 'x-request-id': id, 'retry-after': '3', server: undefined },
  text,
});

describe('an answer that repeats the key', () => {
  it('is kept without it, in its text and in every header', () => {
    const text = `Not with Bearer ${KEY.reveal()} or ${KEY.reveal()}`;
    expect(withoutKey(answered(422, text, `req ${KEY.reveal()}`), KEY)).toMatchObject({
      status: 422,
      headers: { 'x-request-id': 'req …7f36', 'retry-after': '3' },
      text: 'Not with Bearer …7f36 or …7f36',
    });
    expect(withoutKey(answered(200, 'x', [KEY.reveal(), 'b']), KEY)).toMatchObject({
      headers: { 'x-request-id': ['…7f36', 'b'] },
    });
  });

  it('is a customer whose data stay as they are, since they are compared and written', () => {
    const text = `{"description":"${KEY.reveal()}"}`;
    expect(withoutKey(answered(200, text, 'r'), KEY)).toMatchObject({ text });
  });
});
