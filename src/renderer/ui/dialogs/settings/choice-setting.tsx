import { type ReactElement, useId } from 'react';
import { SettingRow } from './setting-row.tsx';

interface ChoiceSettingProps<T extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly choices: readonly T[];
  readonly textOf: (choice: T) => string;
  readonly value: T;
  readonly onChoose: (choice: T) => void;
}

/** One of a few; the first is the default. */
export function ChoiceSetting<T extends string | number>({
  name,
  label,
  meaning,
  choices,
  textOf,
  value,
  onChoose,
}: ChoiceSettingProps<T>): ReactElement {
  const [inputId, hintId] = [useId(), useId()];
  return (
    <SettingRow inputId={inputId} hintId={hintId} label={label} meaning={meaning}>
      <select
        id={inputId}
        className="select"
        data-setting={name}
        aria-describedby={hintId}
        value={String(value)}
        onChange={({ target }) => {
          const chosen = choices.find((choice) => String(choice) === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={String(choice)}>
            {textOf(choice)}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}
