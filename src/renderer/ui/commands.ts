import { WINDOW_COMMAND_IDS, type WindowCommandId, windowCommand } from '../../contract/window-commands.ts';
import type { RowId } from '../../core/diagnostic.ts';
import { type AgainKind, findRowsAgain, mayPlanAgain, rowsAgain, withStale } from '../model/rows-again.ts';
import { rowsToRead } from '../model/rows-to-read.ts';
import type { WorkspaceState } from '../model/workspace-state.ts';
import { actions, workspace } from '../store.ts';
import type { Command, CommandDeed } from './command.ts';
import { SEARCH_ID } from './dom-ids.ts';
import { findNext, openFind } from './find/find-actions.ts';
import { toggleFindings } from './fixes/panel-state.ts';
import { timeOfDay } from './formats.ts';
import { CELL_COMMANDS } from './grid/cell-commands.ts';
import { repeatStep } from './grid/repeat-step.ts';
import { isPausable, isPlanning, isResumable, isRunning, isValidated, updatesLeft } from './job-state.ts';
import { goToPane } from './panes.ts';
import { platform } from './platform.ts';
import { goToChange, goToWarning } from './review/go-to-next.ts';
import { showSummary } from './review/show-summary.ts';
import { goTo, selectedRange, toggleInspector, useView } from './view-state.ts';
import { COMMANDS as WORDS } from './words/commands.ts';

/** Of the cells selected, else the row of the cursor. */
const rowsSelected = (selectedRow: RowId | null): readonly RowId[] =>
  selectedRange()?.rows ?? (selectedRow === null ? [] : [selectedRow]);

const hasSheet = (state: WorkspaceState): boolean => state.sheet !== null;
const hasPlan = (state: WorkspaceState): boolean => (state.sheet?.plan ?? null) !== null;
const isIdle = (state: WorkspaceState): boolean =>
  !isRunning(state) && !isPlanning(state) && state.importing === null;
const hasRun = (state: WorkspaceState): boolean => state.job.kind === 'ended' || isRunning(state);

async function dryRun({ sheet, connection }: WorkspaceState): Promise<void> {
  if (sheet?.mappingFindings.some(({ severity }) => severity === 'error')) actions.showDialog('mapping');
  else if (connection === null) actions.showDialog('connection');
  else await actions.dryRun();
}

function nextError({ sheet, selectedRow }: WorkspaceState): void {
  const next = sheet?.nextError(selectedRow ?? undefined);
  if (next) goTo(next.row, next.column);
}

const filter = (): void => {
  const search = document.getElementById(SEARCH_ID);
  if (search instanceof HTMLInputElement) search.select();
};

const planAgain =
  (kind: AgainKind) =>
  async ({ sheet }: WorkspaceState): Promise<void> => {
    if (sheet) await actions.dryRunAgain(await findRowsAgain(sheet, kind));
  };

const aboutDryRun = (state: WorkspaceState): string | undefined =>
  rowsToRead(state, Date.now()) === undefined
    ? undefined
    : WORDS.dryRunOfFew(timeOfDay(state.sheet?.plan?.reading.since ?? ''));

function againSelectedLabel({ sheet, selectedRow }: WorkspaceState): string {
  const rows = useView.getState().selection?.rowCount ?? 1;
  const isConflict = selectedRow !== null && sheet?.stateOf(selectedRow) === 'conflict';
  return rows === 1 && isConflict ? WORDS.againConflict : WORDS.againSelected(rows);
}

const REGISTRY = {
  'file.import': {
    icon: 'import',
    isEnabled: isIdle,
    run: () => actions.chooseFile(),
  },
  'file.sample': {
    icon: 'sheet',
    isEnabled: isIdle,
    run: async () => {
      await actions.importSample();
      await actions.connections.usePractice();
    },
  },
  'file.close': {
    isEnabled: (state) => hasSheet(state) && isIdle(state),
    run: () => actions.closeSheet(),
  },
  'file.options': {
    isEnabled: (state) => state.reading !== null && isIdle(state),
    run: () => actions.showDialog('import'),
  },
  'view.mapping': {
    icon: 'mapping',
    isEnabled: (state) => hasSheet(state) && !isRunning(state) && state.sheet?.undoes === null,
    run: () => actions.showDialog('mapping'),
  },
  'plan.make': {
    label: (state) => (hasPlan(state) ? WORDS.dryRunAgain(rowsToRead(state, Date.now())) : WORDS.dryRun),
    about: aboutDryRun,
    icon: 'dry_run',
    isEnabled: (state) => state.sheet !== null && isValidated(state.sheet) && isIdle(state),
    run: dryRun,
  },
  'plan.make_anew': {
    isEnabled: (state) => hasPlan(state) && isIdle(state),
    run: () => actions.dryRun(true),
  },
  'plan.cancel': {
    icon: 'close',
    isEnabled: isPlanning,
    run: () => actions.cancelDryRun(),
  },
  'plan.again_failed': {
    label: ({ sheet }) => WORDS.againFailed(sheet ? rowsAgain(sheet, 'failed') : 0),
    icon: 'again',
    isEnabled: (state) => isIdle(state) && state.sheet !== null && rowsAgain(state.sheet, 'failed') > 0,
    run: planAgain('failed'),
  },
  'plan.again_conflicts': {
    label: ({ sheet }) => WORDS.againConflicts(sheet ? rowsAgain(sheet, 'conflicts') : 0),
    icon: 'again',
    isEnabled: (state) => isIdle(state) && state.sheet !== null && rowsAgain(state.sheet, 'conflicts') > 0,
    run: planAgain('conflicts'),
  },
  'plan.again_selected': {
    label: againSelectedLabel,
    icon: 'again',
    isEnabled: (state) =>
      isIdle(state) && state.selectedRow !== null && state.sheet !== null && mayPlanAgain(state.sheet),
    run: async ({ sheet, selectedRow }) => {
      if (sheet) await actions.dryRunAgain(await withStale(sheet, rowsSelected(selectedRow)));
    },
  },
  'run.apply': {
    label: (state) => WORDS.apply(updatesLeft(state)),
    icon: 'apply',
    isEnabled: (state) => isIdle(state) && updatesLeft(state) > 0,
    run: () => actions.showDialog('apply'),
  },
  'run.pause': { icon: 'pause', isEnabled: isPausable, run: () => actions.pause() },
  'run.resume': { icon: 'resume', isEnabled: isResumable, run: () => actions.resume() },
  'run.stop': {
    icon: 'stop',
    isEnabled: (state) => state.job.kind === 'running' && !state.job.isStopping,
    run: () => actions.stop(),
  },
  'run.abort': {
    icon: 'stop',
    isEnabled: (state) => state.job.kind === 'running' && state.job.isStopping,
    run: () => actions.abort(),
  },
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
  'view.findings': {
    icon: 'warning',
    isEnabled: hasSheet,
    run: toggleFindings,
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
  ...CELL_COMMANDS,
  'report.csv': {
    label: (state) => (hasRun(state) ? WORDS.reportCsv : WORDS.dryRunCsv),
    isEnabled: hasPlan,
    run: () => actions.saveReport('csv'),
  },
  'report.html': {
    label: (state) => (hasRun(state) ? WORDS.reportHtml : WORDS.dryRunHtml),
    isEnabled: hasPlan,
    run: () => actions.saveReport('html'),
  },
  'report.failed': { isEnabled: hasRun, run: () => actions.saveReport('failed') },
  'report.json': { isEnabled: hasPlan, run: () => actions.saveReport('json') },
  'report.copy': { isEnabled: hasPlan, run: () => actions.copySummary() },
  'report.show': {
    isEnabled: ({ reportPath }) => reportPath !== null,
    run: () => actions.showReport(),
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
} as const satisfies { readonly [id in WindowCommandId]: CommandDeed };

export type CommandId = WindowCommandId;

export const COMMAND_IDS: readonly CommandId[] = WINDOW_COMMAND_IDS;

const COMMANDS = Object.fromEntries(
  COMMAND_IDS.map((id) => [id, { ...windowCommand(id, platform === 'mac'), ...REGISTRY[id] }]),
) as { readonly [id in CommandId]: Command };

/** What is listed of a command together with what the window does for it. */
export const commandOf = (id: CommandId): Command => COMMANDS[id];

export const commandLabel = (id: CommandId, state: WorkspaceState): string => {
  const { label, name } = commandOf(id);
  return label ? label(state) : name;
};

/** Does a command where it can be done now; says whether it could. */
export function runCommand(id: CommandId): boolean {
  const state = workspace.getState();
  const command = commandOf(id);
  if (!command.isEnabled(state)) return false;
  void command.run(state);
  return true;
}
