import type { ReactElement, ReactNode } from 'react';

interface SettingRowProps {
  readonly inputId: string;
  readonly hintId: string;
  readonly label: string;
  readonly meaning: string;
  readonly children: ReactNode;
}

/** One setting: what it is called and does, and beside it what holds. */
export const SettingRow = ({ inputId, hintId, label, meaning, children }: SettingRowProps): ReactElement => (
  <div className="setting">
    <div className="setting-words">
      <label htmlFor={inputId}>{label}</label>
      <p id={hintId} className="quiet">
        {meaning}
      </p>
    </div>
    <div className="setting-value">{children}</div>
  </div>
);
