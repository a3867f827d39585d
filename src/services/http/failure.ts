import type { NotSentReason } from '../../core/answer.ts';

/** Errors of asking for the address and of connecting. The same codes from a connection that stood say nothing. */
const WHILE_CONNECTING: ReadonlyMap<string, NotSentReason> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['ENETUNREACH', 'offline'],
  ['EHOSTUNREACH', 'offline'],
  ['ENETDOWN', 'offline'],
  ['EADDRNOTAVAIL', 'offline'],
  ['ETIMEDOUT', 'connect_timeout'],
]);
const CONNECTING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);

/** Errors that come before any byte of a request has left, whatever they came from. Others may come after some. */
const BEFORE_ANY_BYTE: ReadonlyMap<string, NotSentReason> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout'],
  ['UND_ERR_PRX_TLS', 'proxy'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['CERT_REVOKED', 'tls'],
  ['CERT_UNTRUSTED', 'tls'],
  ['CERT_SIGNATURE_FAILURE', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
]);

interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Why no byte of a request left; `undefined` where some may have. */
export function notSentReason(error: unknown): NotSentReason | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, syscall, message, cause, errors } = error as SystemError;
  if (typeof message === 'string' && message.startsWith('Proxy response')) return 'proxy';
  const known = typeof code === 'string' ? reasonOf(code, syscall) : undefined;
  if (known) return known;
  // Several addresses were tried (IPv6 and IPv4): it was not sent only if none of them got it.
  if (errors && errors.length > 0 && errors.every((one) => notSentReason(one) !== undefined)) {
    return notSentReason(errors[0]);
  }
  return cause === undefined ? undefined : notSentReason(cause);
}

const reasonOf = (code: string, syscall: unknown): NotSentReason | undefined =>
  BEFORE_ANY_BYTE.get(code) ?? (CONNECTING.has(syscall) ? WHILE_CONNECTING.get(code) : undefined);
