import type { ReactElement } from 'react';
import { IMPORT } from '../../words/import.ts';

/** Words by which a person sees whether the encoding is the right one. */
export function SpecialWordList({ words }: { readonly words: readonly string[] }): ReactElement | null {
  if (words.length === 0) return null;
  return (
    <p className="special-words">
      {IMPORT.specialWords}
      {words.map((word) => (
        <strong key={word}>{word}</strong>
      ))}
    </p>
  );
}
