import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { net, protocol } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '../contract/names.ts';
import { CSP_NONCE_PLACEHOLDER, contentSecurityPolicy } from './content-security-policy.ts';
import { pageFile } from './page-files.ts';
import { sourceStream } from './source-stream.ts';

export interface AppSchemeOptions {
  /** The built window. */
  readonly pageFolder: string;
  readonly dataFolder: string;
  /** Vite's server, in development only: the same scheme and policy stand in front of it. */
  readonly devServer?: URL | undefined;
}

/** Before the app is ready: a scheme of our own gives the window an origin that nothing else shares. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

const SOURCE = /^\/source\/([^/]+)$/;

/** Serves the window: its page, its files, and the bytes of a session's source. */
export function serveAppScheme(options: AppSchemeOptions): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== APP_ORIGIN) return notFound();
    const sessionId = SOURCE.exec(url.pathname)?.[1];
    if (sessionId !== undefined) return await sourceResponse(options.dataFolder, sessionId);
    return options.devServer === undefined
      ? await fileResponse(options.pageFolder, url.pathname)
      : await devResponse(options.devServer, url, request.headers.get('accept') ?? '*/*');
  });
}

async function sourceResponse(dataFolder: string, sessionId: string): Promise<Response> {
  const source = await sourceStream(dataFolder, sessionId);
  if (!source) return notFound();
  const { body, bytes } = source;
  return new Response(body, {
    headers: { ...SAFE_HEADERS, 'content-type': 'application/octet-stream', 'content-length': String(bytes) },
  });
}

async function fileResponse(folder: string, path: string): Promise<Response> {
  const file = pageFile(folder, path);
  const bytes = file && (await readFile(file.path).catch(() => undefined));
  if (!bytes) return notFound();
  return file.type.startsWith('text/html')
    ? pageResponse(bytes.toString('utf8'))
    : new Response(bytes, { headers: { ...SAFE_HEADERS, 'content-type': file.type } });
}

async function devResponse(server: URL, { pathname, search }: URL, accept: string): Promise<Response> {
  // No other request headers: with the page's origin in them Vite refuses. By this one it tells a style sheet that a
  // link asks for from one that a module imports.
  const answer = await net.fetch(new URL(`${pathname}${search}`, server).href, { headers: { accept } });
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  if (type.startsWith('text/html')) return pageResponse(await answer.text(), `ws://${server.host}`);
  return new Response(answer.body, {
    status: answer.status,
    headers: { ...SAFE_HEADERS, 'content-type': type },
  });
}

/** SECURITY: a nonce of its own for every load; a script that got into a page of yesterday knows another one. */
function pageResponse(html: string, devSocket?: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll(CSP_NONCE_PLACEHOLDER, nonce), {
    headers: {
      ...SAFE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce, devSocket),
      'cache-control': 'no-store',
    },
  });
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

const notFound = (): Response => new Response('', { status: 404, headers: SAFE_HEADERS });
