/** A piece of a text; `isSpace` where it is white space that a person would not see. */
export interface TextPiece {
  readonly text: string;
  readonly isSpace: boolean;
}

const LONGEST_SHOWN = 120;

/**
 * White space at the ends, several spaces in a row, and everything that is invisible wherever it stands: line breaks,
 * tabs, spaces that do not break, spaces of no width.
 */
const UNSEEN = /^\s+|\s+$|\s{2,}|[^\S ]|[\u200b-\u200f\u2060\ufeff\u00ad]/gu;

const SIGNS: { readonly [character: string]: string } = { '\n': '↵', '\r': '', '\t': '→', ' ': '·' };

/** Signs stand for what can't be seen, so that before and after do not look the same. Long texts are cut. */
export function visibleText(text: string): readonly TextPiece[] {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: unseen, index } of shown.matchAll(UNSEEN)) {
    if (index > end) pieces.push({ text: shown.slice(end, index), isSpace: false });
    const signs = unseen.replaceAll(/./gsu, (character) => SIGNS[character] ?? '·');
    if (signs !== '') pieces.push({ text: signs, isSpace: true });
    end = index + unseen.length;
  }
  if (end < shown.length) pieces.push({ text: shown.slice(end), isSpace: false });
  return pieces;
}
