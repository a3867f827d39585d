import { describe, expect, it } from 'vitest';
import { pageFile } from '../../src/main/page-files.ts';

const FOLDER = '/app/out/renderer';

describe('a file of the window', () => {
  it.each([
    ['/', '/app/out/renderer/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-1.js', '/app/out/renderer/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/a%20b.css', '/app/out/renderer/assets/a b.css', 'text/css; charset=utf-8'],
  ])('is found at %s', (path, file, type) => {
    expect(pageFile(FOLDER, path)).toEqual({ path: file, type });
  });

  it.each([
    '/../main/index.js',
    '/..%2fmain%2findex.js',
    '/%2e%2e/secret.js',
    '/a/../../renderer-other/x.js',
    '/..\\main\\index.js',
    '/x.js%00.png',
    '/settings.json',
    '/session.db',
    '/assets',
    '/%',
  ])('is not one at %s', (path) => {
    expect(pageFile(FOLDER, path)).toBeUndefined();
  });
});
