import { createServer } from 'node:net';
import { Agent, ProxyAgent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { notSentReason } from '../../../src/services/http/failure.ts';
import { connect } from '../support/connect.ts';
import { customer, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith } from '../support/practice.ts';

const small = (...faults: NonNullable<Parameters<typeof practiceWith>[0]['faults']>) =>
  practiceWith({ customers: [customer(1)], faults });

describe('a request that may have arrived is lost', () => {
  it.each([
    ['reset before the update', { kind: 'reset_before_commit' }],
    ['reset after it', { kind: 'reset_after_commit' }],
  ] as const)('when the connection is %s', async (_when, effect) => {
    const practice = await small({ name: 'reset', effect });
    const answer = await connect(practice).bare.updateCustomer(idOf(1), { name: 'Changed' });
    expect(answer).toMatchObject({ kind: 'lost', why: 'connection' });
    expectFaultsMet(practice);
  });

  it('when no answer comes in time', async () => {
    const practice = await small({
      name: 'slow',
      effect: { kind: 'delay', ms: 2_000, before: 'commit' },
    });
    const { bare } = connect(practice, { limits: { totalTimeoutMs: 100 } });
    const answer = await bare.updateCustomer(idOf(1), { name: 'Changed' });
    expect(answer).toMatchObject({ kind: 'lost', why: 'timeout' });
    expectFaultsMet(practice);
  });

  it('when it is aborted on the way', async () => {
    const practice = await small({
      name: 'slow',
      effect: { kind: 'delay', ms: 2_000, before: 'commit' },
    });
    const aborting = new AbortController();
    setTimeout(() => aborting.abort(), 100);
    const answer = await connect(practice).bare.updateCustomer(idOf(1), { name: 'Changed' }, aborting.signal);
    expect(answer).toMatchObject({ kind: 'lost', why: 'aborted' });
    expectFaultsMet(practice);
  });
});

describe('a request of which no byte left is not sent', () => {
  it('when it is aborted before', async () => {
    const practice = await small();
    const answer = await connect(practice).bare.updateCustomer(idOf(1), {}, AbortSignal.abort());
    expect(answer).toMatchObject({ kind: 'not_sent', why: 'aborted' });
    expect(practice.requests()).toStrictEqual([]);
  });

  it('when nobody listens', async () => {
    const answer = await connect({ baseUrl: 'http://127.0.0.1:9' }).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'not_sent', why: 'refused' });
  });

  it('when the host is unknown', async () => {
    const answer = await connect({ baseUrl: 'https://atlas.invalid' }).bare.getCustomer(idOf(1));
    expect(answer).toMatchObject({ kind: 'not_sent', why: 'dns' });
  });

  it('when the connection does not come to stand', async () => {
    const dispatcher = new Agent({
      connect: (_options, callback) => {
        const error = Object.assign(new Error('Connect Timeout Error'), {
          code: 'UND_ERR_CONNECT_TIMEOUT',
        });
        callback(error, null);
      },
    });
    const { bare } = connect({ baseUrl: 'https://atlas.example' }, { dispatcher });
    expect(await bare.getCustomer(idOf(1))).toMatchObject({ kind: 'not_sent', why: 'connect_timeout' });
  });

  it('when the proxy refuses to connect', async () => {
    const asked: string[] = [];
    const proxy = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        asked.push(data.toString('latin1'));
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${port}`);
    onTestFinished(async () => {
      await dispatcher.destroy();
      proxy.close();
    });
    const { bare } = connect({ baseUrl: 'https://atlas.example' }, { dispatcher });
    expect(await bare.getCustomer(idOf(1))).toMatchObject({ kind: 'not_sent', why: 'proxy' });
    expect(asked.join('')).toContain('CONNECT atlas.example:443');
    expect(asked.join('')).not.toContain('sk_test');
  });

  it('when there is no proxy where there should be one', async () => {
    const dispatcher = new ProxyAgent('http://127.0.0.1:9');
    onTestFinished(() => dispatcher.destroy());
    const { bare } = connect({ baseUrl: 'https://atlas.example' }, { dispatcher });
    expect(await bare.getCustomer(idOf(1))).toMatchObject({ kind: 'not_sent' });
  });
});

describe('a system error', () => {
  const system = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });

  it.each([
    ['ENOTFOUND', 'getaddrinfo', 'dns'],
    ['EAI_AGAIN', 'getaddrinfo', 'dns'],
    ['ECONNREFUSED', 'connect', 'refused'],
    ['ENETUNREACH', 'connect', 'offline'],
    ['EHOSTUNREACH', 'connect', 'offline'],
    ['ETIMEDOUT', 'connect', 'connect_timeout'],
    ['UND_ERR_PRX_TLS', undefined, 'proxy'],
    ['CERT_HAS_EXPIRED', undefined, 'tls'],
    ['CERT_NOT_YET_VALID', undefined, 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', undefined, 'tls'],
  ])('%s of %s comes before any byte: %s', (code, syscall, reason) => {
    expect(notSentReason(system(code, syscall))).toBe(reason);
    expect(notSentReason(new Error('outer', { cause: system(code, syscall) }))).toBe(reason);
  });

  it.each([
    ['EHOSTUNREACH', 'read'],
    ['ENETUNREACH', 'write'],
    ['ENETDOWN', 'read'],
    ['ETIMEDOUT', 'read'],
    ['ECONNRESET', 'read'],
    ['EPIPE', 'write'],
    ['UND_ERR_SOCKET', undefined],
    ['UND_ERR_HEADERS_TIMEOUT', undefined],
  ])('%s of %s may come after some: the request may have arrived', (code, syscall) => {
    expect(notSentReason(system(code, syscall))).toBeUndefined();
  });

  it('of several addresses counts as not sent only when none of them was reached', () => {
    const refused = system('ECONNREFUSED', 'connect');
    const reset = system('ECONNRESET', 'read');
    expect(notSentReason(new AggregateError([refused, refused]))).toBe('refused');
    expect(notSentReason(new AggregateError([refused, reset]))).toBeUndefined();
  });
});
