import { type ReactElement, useEffect, useId, useState } from 'react';
import { IMPORT } from '../../words/import.ts';

interface HeaderLineFieldProps {
  readonly chosen: number | undefined;
  /** In force where none is chosen. */
  readonly found: number | undefined;
  readonly onChoose: (line: number | undefined) => void;
}

/** The line of the file with the headers; blank for the one that is recognised. */
export function HeaderLineField({ chosen, found, onChoose }: HeaderLineFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState('');
  useEffect(() => setText(chosen === undefined ? '' : String(chosen)), [chosen]);
  // Not with every key: on the way to line 12 nobody wants line 1.
  const take = (): void => {
    const line = Number(text);
    const wanted = text.trim() !== '' && Number.isInteger(line) && line >= 1 ? line : undefined;
    if (wanted !== chosen) onChoose(wanted);
    else setText(chosen === undefined ? '' : String(chosen));
  };
  return (
    <div className="import-option">
      <label htmlFor={id}>{IMPORT.headerLine}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        name="headerLine"
        value={text}
        placeholder={found === undefined ? IMPORT.automatic : IMPORT.automaticIs(String(found))}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <p className="import-hint" id={`${id}-hint`}>
        {IMPORT.headerBy[chosen === undefined ? 'its text' : 'choice']}
      </p>
    </div>
  );
}
