import type { ReactElement } from 'react';
import type { Mode } from '../../core/plan.ts';
import { Icon } from './icon.tsx';

/** TEST or LIVE, by word, icon and colour. */
export function ModeBadge({ mode }: { readonly mode: Mode }): ReactElement {
  return (
    <span className={`mode mode-${mode.toLowerCase()}`}>
      <Icon name={mode === 'LIVE' ? 'live' : 'test'} />
      {mode}
    </span>
  );
}
