import type { WorkspaceState } from '../../model/workspace-state.ts';
import type { CommandPart } from '../command.ts';
import { SEARCH_ID } from '../dom-ids.ts';
import { findNext, openFind } from '../find/find-actions.ts';
import { repeatStep } from '../grid/repeat-step.ts';
import { hasPlan, hasSheet } from '../job-state.ts';
import { goToChange, goToWarning } from '../review/go-to-next.ts';
import { goTo } from '../view-state.ts';

function nextError({ sheet, selectedRow }: WorkspaceState): void {
  const next = sheet?.nextError(selectedRow ?? undefined);
  if (next) goTo(next.row, next.column);
}

const filter = (): void => {
  const search = document.getElementById(SEARCH_ID);
  if (search instanceof HTMLInputElement) search.select();
};

/** Changing, finding and going on to what wants a look. */
export const EDIT_COMMANDS = {
  'edit.undo': {
    icon: 'undo',
    notWhileTyping: true,
    isEnabled: (state) => state.sheet?.canUndo ?? false,
    run: ({ sheet }) => repeatStep(sheet, 'undo'),
  },
  'edit.redo': {
    icon: 'redo',
    notWhileTyping: true,
    isEnabled: (state) => state.sheet?.canRedo ?? false,
    run: ({ sheet }) => repeatStep(sheet, 'redo'),
  },
  'edit.find': {
    icon: 'search',
    isEnabled: hasSheet,
    run: () => openFind('find'),
  },
  'edit.replace': {
    isEnabled: hasSheet,
    run: () => openFind('replace'),
  },
  'edit.find_next': {
    isEnabled: hasSheet,
    run: () => findNext(1),
  },
  'edit.find_previous': {
    isEnabled: hasSheet,
    run: () => findNext(-1),
  },
  'edit.filter': {
    icon: 'filter',
    isEnabled: hasSheet,
    run: filter,
  },
  'edit.next_error': {
    icon: 'down',
    isEnabled: (state) => (state.sheet?.counts.errors ?? 0) > 0,
    run: nextError,
  },
  'edit.next_warning': {
    isEnabled: (state) => (state.sheet?.counts.warnings ?? 0) > 0,
    run: goToWarning,
  },
  'edit.next_change': {
    isEnabled: hasPlan,
    run: () => goToChange(1),
  },
  'edit.previous_change': {
    isEnabled: hasPlan,
    run: () => goToChange(-1),
  },
} as const satisfies CommandPart;
