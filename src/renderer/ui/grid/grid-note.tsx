import type { ReactElement } from 'react';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { GRID } from '../words/grid.ts';
import { sayInGrid, useGrid } from './grid-state.ts';

function putAway(): void {
  sayInGrid(null);
  useGrid.getState().ranges?.focus();
}

/** What could not be seen from the cells alone of what was just done to them. */
export function GridNoteBar(): ReactElement {
  const note = useGrid((grid) => grid.note);
  return (
    <div className="grid-note" role="status">
      {note && (
        <div className="grid-note-card">
          <Icon name="info" />
          <p>{note.text}</p>
          {note.action && (
            <button
              type="button"
              className="button button-plain button-small"
              onClick={() => {
                putAway();
                note.action?.run();
              }}
            >
              {note.action.label}
            </button>
          )}
          <IconButton icon="close" label={GRID.dismiss} onClick={putAway} />
        </div>
      )}
    </div>
  );
}
