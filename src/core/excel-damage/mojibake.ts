import { textDecoder } from '../csv/encoding-api.ts';

/** What bytes 0x80–0x9F stand for in Windows-1252; the five that stand for nothing come through as themselves. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(FROM_0X80, (character, index) => [character, 0x80 + index]),
);

/** A byte that begins a character of UTF-8, followed by one that goes on with it, both read as Windows-1252. */
const BROKEN = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;
/** Begins of Latin letters with accents, quotation marks and dashes: one such pair is no accident. */
const BEGINS_LATIN = /[ÂÃÄÅâ]/;

export type Mojibake =
  | { readonly kind: 'recovered'; readonly text: string }
  /** Only some of the text is damaged, or a part of it was lost. */
  | { readonly kind: 'lost' };

/** Text in UTF-8 that some program read as Windows-1252, once or several times: `MÃ¼ller`. */
export function mojibake(text: string): Mojibake | undefined {
  const broken = text.match(BROKEN);
  if (!broken || (broken.length === 1 && !BEGINS_LATIN.test(broken[0]))) return undefined;
  const recovered = decodedAgain(text);
  if (recovered !== undefined) return { kind: 'recovered', text: recovered };
  return broken.some((pair) => pair.startsWith('Ã') || pair.startsWith('â€')) ? { kind: 'lost' } : undefined;
}

/** Read as what it is, as often as it was misread; `undefined` where a byte does not fit. */
function decodedAgain(text: string): string | undefined {
  let recovered: string | undefined;
  for (let next = decodedOnce(text); next !== undefined; next = decodedOnce(next)) recovered = next;
  return recovered;
}

function decodedOnce(text: string): string | undefined {
  const bytes: number[] = [];
  let isPlain = true;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BYTES.get(character);
    if (byte === undefined) return undefined;
    isPlain &&= byte < 0x80;
    bytes.push(byte);
  }
  if (isPlain) return undefined;
  try {
    return textDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
