import type { ReactElement } from 'react';
import { SHEET } from '../words/sheet.ts';

interface OptionSelectProps<T extends string> {
  readonly label: string;
  readonly chosen: T | undefined;
  readonly all: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChoose: (value: T | undefined) => void;
}

/** How to read the file: determined, unless somebody insists. */
export function OptionSelect<T extends string>({
  label,
  chosen,
  all,
  nameOf,
  onChoose,
}: OptionSelectProps<T>): ReactElement {
  return (
    <label className="option">
      <span>{label}</span>
      <select
        className="select select-small"
        value={chosen ?? ''}
        onChange={(event) => onChoose(all.find((value) => value === event.target.value))}
      >
        <option value="">{SHEET.automatic}</option>
        {all.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
