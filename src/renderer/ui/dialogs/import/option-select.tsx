import { type ReactElement, useId } from 'react';
import { IMPORT } from '../../words/import.ts';

interface OptionSelectProps<T extends string> {
  readonly label: string;
  /** How the value in force was known. */
  readonly hint: string | undefined;
  readonly chosen: T | undefined;
  /** In force where nothing is chosen. */
  readonly found: T | undefined;
  readonly all: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChoose: (value: T | undefined) => void;
}

/** How to read the file: determined, unless somebody insists. */
export function OptionSelect<T extends string>({
  label,
  hint,
  chosen,
  found,
  all,
  nameOf,
  onChoose,
}: OptionSelectProps<T>): ReactElement {
  const id = useId();
  const isFound = chosen === undefined && found !== undefined;
  return (
    <div className="import-option">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={chosen ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(all.find((value) => value === event.target.value))}
      >
        <option value="">{isFound ? IMPORT.automaticIs(nameOf(found)) : IMPORT.automatic}</option>
        {all.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
      <p className="import-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
