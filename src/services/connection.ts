import { PRODUCTION_BASE_URL } from '../core/atlas.ts';
import type { ConnectionInfo, Mode } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import { Secret } from './secret.ts';

/** Base URL, key, mode and a name: whom the program talks to. */
export interface Connection extends ConnectionInfo {
  readonly key: Secret;
}

const KEY = /^sk_(test|live)_[\x21-\x7e]+$/;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/**
 * Makes a connection from what a person gave.
 *
 * @returns what is wrong with the key or the address, in words that never hold the key
 */
export function createConnection(input: {
  readonly name: string;
  readonly baseUrl: string;
  readonly key: string;
}): Result<Connection, string> {
  const baseUrl = checkBaseUrl(input.baseUrl);
  if (!baseUrl.ok) return baseUrl;
  const mode = modeOf(input.key);
  if (!mode) return err('The key must begin with sk_test_ or sk_live_ and hold no spaces.');
  const key = new Secret(input.key);
  return ok({ name: input.name, baseUrl: baseUrl.value, mode, keyLastFour: key.lastFour, key });
}

/** The part that may be shown and stored. */
export const connectionInfo = ({ name, baseUrl, mode, keyLastFour }: Connection): ConnectionInfo => ({
  name,
  baseUrl,
  mode,
  keyLastFour,
});

const modeOf = (key: string): Mode | undefined => {
  const kind = KEY.exec(key)?.[1];
  if (kind === undefined) return undefined;
  return kind === 'live' ? 'LIVE' : 'TEST';
};

/** SECURITY: https only, except loopback; no credentials, query or fragment in the address. */
function checkBaseUrl(text: string): Result<string, string> {
  // Not repeated in the message: it is the field next to the key's, and may hold the key.
  if (!URL.canParse(text)) return err(`The address is not a web address like ${PRODUCTION_BASE_URL}.`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    return err('The address must begin with https:// (the key would travel unprotected).');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return err('The address must hold no user name, password, query or fragment.');
  }
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
