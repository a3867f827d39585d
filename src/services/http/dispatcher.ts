import * as tls from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici';
import type { Route } from './system-proxy.ts';

const CONNECT_TIMEOUT_MS = 15_000;

/** The way out for a program in a terminal: the environment's proxy, where it names one. */
export function dispatcherFromEnvironment(env: Readonly<Record<string, string | undefined>>): Dispatcher {
  const connect = { timeout: CONNECT_TIMEOUT_MS };
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
  return names.some((name) => (env[name] ?? '') !== '')
    ? new EnvHttpProxyAgent({ connect })
    : new Agent({ connect });
}

/** The way out by the system's own settings. */
export function dispatcherFor(route: Route): Dispatcher {
  const connect = { timeout: CONNECT_TIMEOUT_MS };
  return route.kind === 'direct' ? new Agent({ connect }) : new ProxyAgent({ uri: route.url, connect });
}

interface SystemCertificates {
  getCACertificates?(type: 'default' | 'system'): string[];
  setDefaultCACertificates?(certificates: readonly string[]): void;
}

/** Trusts the system's certificates besides the built-in ones, where this Node can (24; 20 can't). */
export function trustSystemCertificates(): void {
  const trust = tls as SystemCertificates;
  if (!trust.getCACertificates || !trust.setDefaultCACertificates) return;
  trust.setDefaultCACertificates([
    ...trust.getCACertificates('default'),
    ...trust.getCACertificates('system'),
  ]);
}
