import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/services/http/system-proxy.ts';

describe('the system’s proxy settings', () => {
  it.each([
    ['DIRECT', { ok: true, value: { kind: 'direct' } }],
    ['', { ok: true, value: { kind: 'direct' } }],
    ['PROXY proxy.local:3128', { ok: true, value: { kind: 'proxy', url: 'http://proxy.local:3128' } }],
    [
      'PROXY proxy.local:3128; DIRECT',
      { ok: true, value: { kind: 'proxy', url: 'http://proxy.local:3128' } },
    ],
    ['HTTPS secure.local:443', { ok: true, value: { kind: 'proxy', url: 'https://secure.local:443' } }],
    ['PROXY [::1]:3128', { ok: true, value: { kind: 'proxy', url: 'http://[::1]:3128' } }],
    ['SOCKS5 a:1;PROXY b:2', { ok: true, value: { kind: 'proxy', url: 'http://b:2' } }],
    ['SOCKS5 a:1; DIRECT', { ok: true, value: { kind: 'direct' } }],
    ['SOCKS5 a:1', { ok: false, error: 'SOCKS5' }],
    ['PROXY user:secret@host:1', { ok: false, error: 'PROXY' }],
  ])('%j become a way out', (pac, route) => {
    expect(routeOf(pac)).toEqual(route);
  });
});
