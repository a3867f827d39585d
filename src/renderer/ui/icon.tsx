import type { ReactElement } from 'react';
import { type IconName, iconShape } from './icon-shapes.ts';

interface IconProps {
  readonly name: IconName;
  /** Beside words an icon is decoration; alone it says what it stands for. */
  readonly label?: string;
  readonly large?: boolean;
}

/** Hidden from what reads the page out, unless it has a label of its own. */
export function Icon({ name, label, large = false }: IconProps): ReactElement {
  const { line, area } = iconShape(name);
  return (
    <svg
      className={large ? 'icon icon-large' : 'icon'}
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {area !== undefined && <path className="icon-area" d={area} />}
      <path d={line} />
    </svg>
  );
}
