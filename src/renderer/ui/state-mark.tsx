import type { ReactElement } from 'react';
import { ROW_STATES, type RowState } from '../../core/row-state.ts';
import { STATE_LABELS } from '../../core/words/states.ts';
import { Icon } from './icon.tsx';

/** A state by shape, word and colour. */
export function StateMark({ state }: { readonly state: RowState }): ReactElement {
  return (
    <span className={`state tone-${ROW_STATES[state].tone}`}>
      <Icon name={state} />
      <span>{STATE_LABELS[state]}</span>
    </span>
  );
}
