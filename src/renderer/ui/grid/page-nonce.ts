/** SECURITY: the nonce of the page's content security policy, without which the grid's styles are refused. */
export function pageNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]');
  const nonce = meta?.nonce ?? document.querySelector('script')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}
