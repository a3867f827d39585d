import type { ReactElement } from 'react';

interface ProgressBarProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
  readonly look?: 'usual' | 'waiting' | 'good' | 'bad';
}

/** How far something is, of a known total. */
export function ProgressBar({ done, total, label, look = 'usual' }: ProgressBarProps): ReactElement {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div
      className={`progress progress-${look}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <div className="progress-done" style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
