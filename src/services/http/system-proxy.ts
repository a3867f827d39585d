import { err, ok, type Result } from '../../core/result.ts';

/** How requests leave: straight, or through a proxy at this address. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly url: string };

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
]);
const HOST_AND_PORT = /^[\w.:[\]-]+$/;

/**
 * The route that the system's proxy settings ask for, in the words of a PAC file: `PROXY host:port; DIRECT`.
 * The first one that can be used counts.
 *
 * @returns the kind of proxy that can't be used, where there is nothing else
 */
export function routeOf(pac: string): Result<Route, string> {
  let unsupported: string | undefined;
  for (const part of pac.split(';')) {
    const [kind = '', address = ''] = part.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return ok({ kind: 'direct' });
    const scheme = SCHEMES.get(kind.toUpperCase());
    if (scheme !== undefined && HOST_AND_PORT.test(address)) {
      return ok({ kind: 'proxy', url: `${scheme}://${address}` });
    }
    if (kind !== '') unsupported ??= kind.toUpperCase();
  }
  return unsupported === undefined ? ok({ kind: 'direct' }) : err(unsupported);
}
