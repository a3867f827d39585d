import type { ReactElement } from 'react';
import { CONNECTION } from '../../words/connection.ts';

/** What can be done with a connection, by the name that tests know it by. */
export interface Tool {
  readonly id: 'test' | 'rename' | 'replace' | 'remove' | 'reset';
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

interface ConnectionToolsProps {
  /** Of the connection. */
  readonly name: string;
  readonly tools: readonly Tool[];
}

export const ConnectionTools = ({ name, tools }: ConnectionToolsProps): ReactElement => (
  <div className="connection-tools">
    {tools.map(({ id, label, isDisabled = false, onClick }) => (
      <button
        key={id}
        type="button"
        className="button button-plain button-small"
        data-do={id}
        aria-label={CONNECTION.of(label, name)}
        disabled={isDisabled}
        onClick={onClick}
      >
        {label}
      </button>
    ))}
  </div>
);
