/** What cells hold that is not meant as a value: the clear token, its look-alikes, Excel's errors. */

export const CLEAR_TOKEN = '[clear]';

export const isClearToken = (text: string): boolean => {
  const trimmed = text.trim();
  return trimmed.length === CLEAR_TOKEN.length && trimmed.toLowerCase() === CLEAR_TOKEN;
};

/** Texts that may mean "clear", "keep" or themselves; the person says which, for all of a kind. */
export const LOOK_ALIKES = ['null', 'n/a', '-', 'clear', 'none'] as const;
export type LookAlike = (typeof LOOK_ALIKES)[number];
export type LookAlikeMeaning = 'text' | 'clear' | 'keep';

const LOOK_ALIKE_SPELLINGS: ReadonlyMap<string, LookAlike> = new Map([
  ...LOOK_ALIKES.map((kind) => [kind, kind] as const),
  ['(null)', 'null'],
  ['[null]', 'null'],
  ['<null>', 'null'],
  ['nil', 'null'],
  ['n.a.', 'n/a'],
  ['--', '-'],
  ['---', '-'],
  ['–', '-'],
  ['—', '-'],
  ['(clear)', 'clear'],
  ['<clear>', 'clear'],
  ['{clear}', 'clear'],
  ['(none)', 'none'],
]);

const LONGEST_LOOK_ALIKE = 8;
/** Almost no text begins like one: the others are not looked at any further. */
const LOOK_ALIKE_STARTS: ReadonlySet<string | undefined> = new Set(
  [...LOOK_ALIKE_SPELLINGS.keys()].flatMap(([first = '']) => [first, first.toUpperCase()]),
);

/** The text is trimmed. */
export const lookAlikeOf = (text: string): LookAlike | undefined =>
  text.length <= LONGEST_LOOK_ALIKE && LOOK_ALIKE_STARTS.has(text[0])
    ? LOOK_ALIKE_SPELLINGS.get(text.toLowerCase())
    : undefined;

/** Source: the error values of Excel, LibreOffice and Google Sheets; a cell too narrow for its number shows only #. */
const EXCEL_ERROR =
  /^(#(n\/a|ref|value|div\/0|name|null|num|spill|calc|getting_data|field|blocked|connect|busy|unknown|error|python|external)[!?]?|#{3,}|err:\d{3})$/i;

export const isExcelError = (text: string): boolean => {
  const first = text.trimStart()[0];
  return (first === '#' || first === 'E' || first === 'e') && EXCEL_ERROR.test(text.trim());
};

const YES: ReadonlySet<string> = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  't',
  'on',
  '✓',
  '✔',
  'ja',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
]);
const NO: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  '0',
  'f',
  'off',
  'nein',
  'falsch',
  'non',
  'faux',
]);

/** A boolean as people write it; `undefined` where the text is none. */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
