/** A piece of HTML: made by `html`, which escapes every text in it, or a constant of this folder. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** HTML from a template: what is put in is text, unless it was made by `html` itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) markup += markupOf(part) + (pieces[index + 1] ?? '');
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

export const NOTHING: Markup = { markup: '' };

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * SECURITY: a cell, a customer's name or an answer of Atlas that is markup stays text. Control characters, which a page
 * can't show, and those that turn the direction of writing, by which one value can be made to look like another, are
 * shown as what they are: not a part of the text.
 */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(UNSHOWN, '\ufffd');

const UNSHOWN = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;
