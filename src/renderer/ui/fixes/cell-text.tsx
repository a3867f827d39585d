import type { ReactElement } from 'react';
import { isClearToken } from '../../../core/tokens.ts';
import { SHEET } from '../words/sheet.ts';
import { visibleText } from './visible-text.ts';

/** What a cell holds, with what can't be seen in it made visible. */
export function CellText({ text }: { readonly text: string }): ReactElement {
  if (text === '') return <span className="value-none">{SHEET.empty_value}</span>;
  if (isClearToken(text)) return <span className="value-clear">{SHEET.clearToken}</span>;
  return (
    <>
      {visibleText(text).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have nothing but their place
        <span key={index} className={piece.isSpace ? 'unseen' : undefined}>
          {piece.text}
        </span>
      ))}
    </>
  );
}
