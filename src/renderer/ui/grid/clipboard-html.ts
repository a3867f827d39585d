import type { Block } from './clipboard-text.ts';

/**
 * Cells as a table, which Excel prefers to plain text: told that a cell is text it leaves `02138`, `3-5` and
 * `+1 555` alone. Source: Microsoft's `mso-number-format` in "Office HTML and XML Reference".
 */
export const clipboardHtml = (rows: readonly string[]): string =>
  `<meta charset="utf-8"><table>${rows.join('')}</table>`;

export const clipboardHtmlRow = (row: readonly string[]): string => `<tr>${row.map(htmlCell).join('')}</tr>`;

const AS_TEXT = `style='mso-number-format:"\\@"'`;
const IN_THE_SAME_CELL = '<br style="mso-data-placement:same-cell">';
/** Nothing of letters alone is read as anything else, but for the two words that are values to Excel. */
const IS_READ_AS_TEXT = /^(?!(true|false)$)[a-z ]*$/i;
const NEEDS_ESCAPES = /[&<>\r\n]|^ | $| {2}/;

function htmlCell(text: string): string {
  if (text === '') return '<td></td>';
  const shown = NEEDS_ESCAPES.test(text) ? escaped(text) : text;
  return IS_READ_AS_TEXT.test(text) ? `<td>${shown}</td>` : `<td ${AS_TEXT}>${shown}</td>`;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Runs of spaces would become one.
    .replaceAll(/ (?= )|^ | $/g, '&#32;')
    .replaceAll(/\r\n|\r|\n/g, IN_THE_SAME_CELL);

/**
 * The first table in HTML as cells; `undefined` where there is none. SECURITY: read as text, never made into
 * elements, which the page's policy forbids anyway.
 */
export function parseHtmlTable(html: string): Block | undefined {
  const table = /<table[\s>][\s\S]*?(<\/table>|$)/i.exec(html)?.[0];
  if (table === undefined) return undefined;
  const rows = table
    .split(/<tr(?=[\s>])[^>]*>/i)
    .slice(1)
    .map((row) =>
      [...row.matchAll(CELL)].flatMap(({ 1: attributes = '', 2: content = '' }) =>
        withColumnsSpanned(plainText(content), attributes),
      ),
    );
  return rows.length === 0 ? undefined : rows;
}

const CELL = /<t[dh]((?:\s[^>]*)?)>([\s\S]*?)(?=<\/t[dhr]>|<t[dhr][\s>]|<\/table>|$)/gi;

/** Cells that one covers are blank, so that those after it stay in their columns. */
function withColumnsSpanned(text: string, attributes: string): readonly string[] {
  const spanned = Number(/colspan\s*=\s*["']?(\d{1,4})/i.exec(attributes)?.[1] ?? 1);
  return [text, ...Array.from({ length: Math.max(0, spanned - 1) }, () => '')];
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const plainText = (content: string): string =>
  content
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?<br\s*\/?[^>]*> ?/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim()
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => characterOf(name.toLowerCase()) ?? whole);

const MOST_CODE_POINT = 0x10ffff;

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code <= MOST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}
