import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, in words: for whoever can't see the icon, and on hover. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** A button with nothing but an icon in it. */
export function IconButton({ icon, label, isDisabled = false, onClick }: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
