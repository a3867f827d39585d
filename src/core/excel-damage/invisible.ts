/**
 * Spaces that are none to a search, and characters that nobody sees: they come along when a text is copied from a
 * web page or a PDF. The wide space of Japanese and Chinese is theirs, and the joiners shape Persian and Hindi.
 */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
const NOTHING = /[\u00ad\u180e\u200b\u2060\ufeff]/g;
/** Marks of the direction of writing: they come along with phone numbers, and belong where scripts are mixed. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ANY = /[\u00a0\u00ad\u061c\u180e\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2060\u2066-\u2069\ufeff]/;
const WRITTEN_FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** The text with plain spaces, or none, and without what can't be seen; the same text where there is nothing of it. */
export function withoutInvisible(text: string, space: ' ' | '' = ' '): string {
  if (!ANY.test(text)) return text;
  const plain = text.replace(SPACES, space).replace(NOTHING, '');
  return WRITTEN_FROM_THE_RIGHT.test(plain) ? plain : plain.replace(DIRECTIONS, '');
}
