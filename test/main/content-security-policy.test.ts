import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/main/content-security-policy.ts';

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy.split('; ').map((text) => {
      const [name = '', ...values] = text.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the window’s policy', () => {
  const policy = directives(contentSecurityPolicy('NONCE'));

  it('allows nothing that it does not name, and scripts of this load only', () => {
    expect(policy.get('default-src')).toBe(`'none'`);
    expect(policy.get('script-src')).toBe(`'nonce-NONCE' 'strict-dynamic'`);
    expect(policy.get('connect-src')).toBe(`'self'`);
    for (const name of ['form-action', 'base-uri', 'frame-ancestors', 'trusted-types']) {
      expect(policy.get(name), name).toBe(`'none'`);
    }
  });

  it('nowhere allows what is unsafe, every host, or a name a browser would pass over', () => {
    const text = contentSecurityPolicy('NONCE');
    expect(text).not.toMatch(/unsafe|\*|https?:/);
    for (const name of policy.keys()) expect(name).toMatch(/^[a-z-]+$/);
  });

  it('is the same in development, but for the socket of hot reload', () => {
    const dev = directives(contentSecurityPolicy('NONCE', 'ws://127.0.0.1:5873'));
    expect(dev.get('connect-src')).toBe(`'self' ws://127.0.0.1:5873`);
    expect([...dev.keys()]).toEqual([...policy.keys()]);
    for (const [name, value] of policy) if (name !== 'connect-src') expect(dev.get(name)).toBe(value);
  });
});
