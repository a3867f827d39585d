import { actions } from '../../store.ts';
import type { CommandPart } from '../command.ts';
import { toggleFindings } from '../fixes/panel-state.ts';
import { useGrid } from '../grid/grid-state.ts';
import { hasPlan, hasSheet, isRunning } from '../job-state.ts';
import { goToPane } from '../panes.ts';
import { showSummary } from '../review/show-summary.ts';
import { toggleInspector } from '../view-state.ts';

/** What is shown, and where the focus is. */
export const VIEW_COMMANDS = {
  'view.mapping': {
    icon: 'mapping',
    isEnabled: (state) => hasSheet(state) && !isRunning(state) && state.sheet?.undoes === null,
    run: () => actions.showDialog('mapping'),
  },
  'view.findings': {
    icon: 'warning',
    isEnabled: hasSheet,
    run: toggleFindings,
  },
  'view.next_pane': {
    isEnabled: hasSheet,
    run: () => goToPane(1),
  },
  'view.previous_pane': {
    isEnabled: hasSheet,
    run: () => goToPane(-1),
  },
  'view.inspector': {
    icon: 'inspector',
    isEnabled: hasSheet,
    run: toggleInspector,
  },
  'view.summary': {
    icon: 'summary',
    isEnabled: hasPlan,
    run: showSummary,
  },
  'view.sort_state': {
    isEnabled: hasSheet,
    run: ({ sheet }) => sheet?.show({ sort: { by: 'state', direction: 'ascending' } }),
  },
  'view.unsort': {
    isEnabled: ({ sheet }) => (sheet?.sort ?? null) !== null,
    run: ({ sheet }) => sheet?.show({ sort: null }),
  },
  'view.usual_columns': {
    isEnabled: hasSheet,
    run: () => useGrid.getState().ranges?.columns.makeUsual(),
  },
  'view.history': {
    icon: 'history',
    isEnabled: (state) => state.importing === null,
    run: () => actions.showDialog('history'),
  },
  'view.connections': {
    isEnabled: (state) => !isRunning(state),
    run: () => actions.showDialog('connection'),
  },
  'view.settings': {
    icon: 'settings',
    // Before the host has answered it would show what nobody chose.
    isEnabled: ({ version }) => version !== '',
    run: () => actions.showDialog('settings'),
  },
  'help.shortcuts': { isEnabled: () => true, run: () => actions.showDialog('shortcuts') },
} as const satisfies CommandPart;
