const MARKS = /\p{M}/gu;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** A name without what people leave out or write differently: capitals, accents, dots, hyphens. */
export const foldName = (name: string): string =>
  name.normalize('NFD').replace(MARKS, '').toLowerCase().replace(NEITHER_LETTER_NOR_DIGIT, ' ').trim();
