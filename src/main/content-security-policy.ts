/** Stands in the built page for the nonce of a load; Vite puts it on every script, style and link. */
export const CSP_NONCE_PLACEHOLDER = '__PATCHSHEET_NONCE__';

/**
 * SECURITY: what the window may load and run: its own scripts of this very load, its own files, nothing else.
 * A cell, a customer's name or an answer that is markup stays text.
 *
 * @param nonce of this load
 * @param devSocket where hot reload talks to, in development only
 */
export function contentSecurityPolicy(nonce: string, devSocket?: string): string {
  const policy: readonly (readonly [directive: string, ...values: string[]])[] = [
    ['default-src', `'none'`],
    ['script-src', `'nonce-${nonce}'`, `'strict-dynamic'`],
    ['style-src', `'self'`, `'nonce-${nonce}'`],
    ['img-src', `'self'`, 'data:'],
    ['font-src', `'self'`],
    ['connect-src', `'self'`, ...(devSocket === undefined ? [] : [devSocket])],
    ['form-action', `'none'`],
    ['base-uri', `'none'`],
    ['frame-ancestors', `'none'`],
    ['require-trusted-types-for', `'script'`],
    ['trusted-types', `'none'`],
  ];
  return policy.map((directive) => directive.join(' ')).join('; ');
}
