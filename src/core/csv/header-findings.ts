import type { Diagnostic } from '../diagnostic.ts';
import type { Column } from '../sheet.ts';
import { finding } from '../words/diagnostics.ts';
import { isBlankCell } from './blank.ts';

/** Headers that a person may want to know of; every one is kept as it is. */
export function headerFindings(columns: readonly Column[], line: number): readonly Diagnostic[] {
  const seen = new Set<string>();
  return columns.flatMap(({ header, index }) => {
    const place = { kind: 'column', column: index } as const;
    if (isBlankCell(header)) return [finding('empty_header', place, { line })];
    if (seen.has(header)) return [finding('duplicate_header', place, { header, line })];
    seen.add(header);
    return PROGRAM_WORDS.has(header) ? [finding('program_word_header', place, { header, line })] : [];
  });
}

/** Names that every object of a program has; other programs are known to lose such a column. */
const PROGRAM_WORDS: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  '__parsed_extra',
]);
