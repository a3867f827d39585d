import { extname, join, normalize, sep } from 'node:path';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

export interface PageFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file of the window's folder that a URL's path names.
 *
 * SECURITY: nothing outside that folder, and no kind of file that the window has no use for.
 */
export function pageFile(folder: string, urlPath: string): PageFile | undefined {
  let name: string;
  try {
    name = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(name)) return undefined;
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  const type = TYPES.get(extname(path));
  return type !== undefined && path.startsWith(folder + sep) ? { path, type } : undefined;
}
