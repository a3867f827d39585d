import { DELIMITERS, type Delimiter } from './dialect.ts';

const SEPARATOR_LINE = /^(?:sep=(.)|"sep=(.)")(?:\r|\n|$)/i;

/** What a first line `sep=;` says, by which programs tell Excel the delimiter: it is no row and no header. */
export function separatorIn(text: string): Delimiter | undefined {
  const [, plain, quoted] = SEPARATOR_LINE.exec(text) ?? [];
  return DELIMITERS.find((delimiter) => delimiter === (plain ?? quoted));
}

export const separatorLine = (separator: Delimiter): string => `sep=${separator}`;
