const GUARD = "'";

/**
 * SECURITY: a cell's text as our files have it, which no spreadsheet runs or takes for something else. Excel and
 * LibreOffice take `=1+1` for a formula, 02139 for a number and 3-4 for a date, quoted or not, and write back what they
 * took it for. An apostrophe in front makes each of them text, and is still there when they have read and written the
 * file (LibreOffice's import of text switches its meaning off: `mbHandleApostrophe = false`, sc/source/ui/docshell/impex.cxx). A text
 * that begins with an apostrophe of its own gets another one: `unguarded` gives back every text exactly.
 */
export const guarded = (text: string): string => (needsGuard(text) ? GUARD + text : text);

export const unguarded = (text: string): string => (isGuarded(text) ? text.slice(GUARD.length) : text);

export const isGuarded = (text: string): boolean => text.startsWith(GUARD);

const needsGuard = (text: string): boolean =>
  text !== '' && (isGuarded(text) || RUNS.test(text) || isTruth(text) || looksLikeValue(text));

/** Spaces before it do not stop Excel; the wide forms are the ones of East Asian keyboards. */
const RUNS = /^(?:[\s\p{C}]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])/u;

const TRUTH = /^\s*(?:true|false)\s*$/i;

/** Written back in capitals. */
const isTruth = (text: string): boolean => TRUTH.test(text) && text !== 'TRUE' && text !== 'FALSE';

const DIGIT = /\p{Nd}/u;
/** Written back as it is: no leading zero, nothing to round, too short for 1.23E+11. */
const STAYS_NUMBER = /^(?:0|[1-9]\d{0,10})$/;
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;
/** How months begin in the languages that spreadsheets are sold in, without accents. */
const MONTHS: ReadonlySet<string> = new Set(
  'jan ene gen feb fev mar mrt apr abr avr may mai maj mei mag jun jui giu jul lug aug ago aou sep set oct okt ott out nov dec dez dic des'.split(
    ' ',
  ),
);
const MONTH_LETTERS = 3;
/** Halves of a day, the E of 1.2E+11, and the letters of 2026-11-24T10:31Z. */
const OTHER_WORDS_IN_VALUES: ReadonlySet<string> = new Set(['am', 'pm', 'a', 'p', 'e', 't', 'z']);
/** `5 March 2026 12:30 pm`. */
const MOST_WORDS_IN_VALUES = 2;

/** A number, date or time to somebody's spreadsheet: digits, and no word beside them that those do not have. */
function looksLikeValue(text: string): boolean {
  if (!DIGIT.test(text) || STAYS_NUMBER.test(text)) return false;
  const words = text.match(WORDS) ?? [];
  return words.length <= MOST_WORDS_IN_VALUES && words.every(isInValues);
}

function isInValues(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return OTHER_WORDS_IN_VALUES.has(plain) || MONTHS.has(plain.slice(0, MONTH_LETTERS));
}
