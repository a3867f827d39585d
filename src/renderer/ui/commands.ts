import type { RowId } from '../../core/diagnostic.ts';
import { type AgainKind, findRowsAgain, mayPlanAgain, rowsAgain, withStale } from '../model/rows-again.ts';
import type { WorkspaceState } from '../model/workspace-model.ts';
import { actions, workspace } from '../store.ts';
import type { Command } from './command.ts';
import { SEARCH_ID } from './dom-ids.ts';
import { findNext, openFind } from './find/find-actions.ts';
import { toggleFindings } from './fixes/panel-state.ts';
import { CELL_COMMANDS } from './grid/cell-commands.ts';
import { showTouched } from './grid/show-touched.ts';
import { isPausable, isPlanning, isResumable, isRunning, isValidated, updatesLeft } from './job-state.ts';
import { goToPane } from './panes.ts';
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

const REGISTRY = {
  'file.import': {
    label: WORDS.import,
    icon: 'import',
    shortcut: { key: 'o', mod: true },
    isEnabled: isIdle,
    run: () => actions.chooseFile(),
  },
  'file.sample': {
    label: WORDS.sample,
    icon: 'sheet',
    isEnabled: isIdle,
    run: async () => {
      await actions.importSample();
      await actions.connections.usePractice();
    },
  },
  'file.close': {
    label: WORDS.close,
    shortcut: { key: 'w', mod: true },
    isEnabled: (state) => hasSheet(state) && isIdle(state),
    run: () => actions.closeSheet(),
  },
  'file.options': {
    label: WORDS.importOptions,
    isEnabled: (state) => state.reading !== null && isIdle(state),
    run: () => actions.showDialog('import'),
  },
  'view.mapping': {
    label: WORDS.mapping,
    icon: 'mapping',
    shortcut: { key: 'm', mod: true, shift: true },
    isEnabled: (state) => hasSheet(state) && !isRunning(state) && state.sheet?.undoes === null,
    run: () => actions.showDialog('mapping'),
  },
  'plan.make': {
    label: (state) => (hasPlan(state) ? WORDS.dryRunAgain : WORDS.dryRun),
    icon: 'dry_run',
    shortcut: { key: 'Enter', mod: true },
    isEnabled: (state) => state.sheet !== null && isValidated(state.sheet) && isIdle(state),
    run: dryRun,
  },
  'plan.cancel': {
    label: WORDS.cancelDryRun,
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
    label: () => WORDS.againSelected(useView.getState().selection?.rowCount ?? 1),
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
    shortcut: { key: 'Enter', mod: true, shift: true },
    isEnabled: (state) => isIdle(state) && updatesLeft(state) > 0,
    run: () => actions.showDialog('apply'),
  },
  'run.pause': { label: WORDS.pause, icon: 'pause', isEnabled: isPausable, run: () => actions.pause() },
  'run.resume': { label: WORDS.resume, icon: 'resume', isEnabled: isResumable, run: () => actions.resume() },
  'run.stop': {
    label: WORDS.stop,
    icon: 'stop',
    isEnabled: (state) => state.job.kind === 'running' && !state.job.isStopping,
    run: () => actions.stop(),
  },
  'run.abort': {
    label: WORDS.stopNow,
    icon: 'stop',
    isEnabled: (state) => state.job.kind === 'running' && state.job.isStopping,
    run: () => actions.abort(),
  },
  'edit.undo': {
    label: WORDS.undo,
    icon: 'undo',
    shortcut: { key: 'z', mod: true },
    notWhileTyping: true,
    isEnabled: (state) => state.sheet?.canUndo ?? false,
    run: ({ sheet }) => showTouched(sheet?.undo()),
  },
  'edit.redo': {
    label: WORDS.redo,
    icon: 'redo',
    shortcut: { key: 'z', mod: true, shift: true },
    alias: { key: 'y', mod: true },
    notWhileTyping: true,
    isEnabled: (state) => state.sheet?.canRedo ?? false,
    run: ({ sheet }) => showTouched(sheet?.redo()),
  },
  'edit.find': {
    label: WORDS.find,
    icon: 'search',
    shortcut: { key: 'f', mod: true },
    isEnabled: hasSheet,
    run: () => openFind('find'),
  },
  'edit.replace': {
    label: WORDS.replace,
    shortcut: { key: 'h', mod: true },
    isEnabled: hasSheet,
    run: () => openFind('replace'),
  },
  'edit.find_next': {
    label: WORDS.findNext,
    shortcut: { key: 'F3' },
    isEnabled: hasSheet,
    run: () => findNext(1),
  },
  'edit.find_previous': {
    label: WORDS.findPrevious,
    shortcut: { key: 'F3', shift: true },
    isEnabled: hasSheet,
    run: () => findNext(-1),
  },
  'edit.filter': {
    label: WORDS.filter,
    icon: 'filter',
    shortcut: { key: 'l', mod: true, shift: true },
    isEnabled: hasSheet,
    run: filter,
  },
  'view.findings': {
    label: WORDS.findings,
    icon: 'warning',
    shortcut: { key: 'f', mod: true, shift: true },
    isEnabled: hasSheet,
    run: toggleFindings,
  },
  'edit.next_error': {
    label: WORDS.nextError,
    icon: 'down',
    shortcut: { key: 'F8' },
    isEnabled: (state) => (state.sheet?.counts.errors ?? 0) > 0,
    run: nextError,
  },
  ...CELL_COMMANDS,
  'report.csv': {
    label: (state) => (hasRun(state) ? WORDS.reportCsv : WORDS.dryRunCsv),
    shortcut: { key: 's', mod: true },
    isEnabled: hasPlan,
    run: () => actions.saveReport('csv'),
  },
  'report.html': {
    label: (state) => (hasRun(state) ? WORDS.reportHtml : WORDS.dryRunHtml),
    shortcut: { key: 'p', mod: true },
    isEnabled: hasPlan,
    run: () => actions.saveReport('html'),
  },
  'report.failed': { label: WORDS.reportFailed, isEnabled: hasRun, run: () => actions.saveReport('failed') },
  'report.json': { label: WORDS.reportJson, isEnabled: hasPlan, run: () => actions.saveReport('json') },
  'report.copy': { label: WORDS.copySummary, isEnabled: hasPlan, run: () => actions.copySummary() },
  'report.show': {
    label: WORDS.showReport,
    isEnabled: ({ reportPath }) => reportPath !== null,
    run: () => actions.showReport(),
  },
  'view.next_pane': {
    label: WORDS.nextPane,
    shortcut: { key: 'F6' },
    isEnabled: hasSheet,
    run: () => goToPane(1),
  },
  'view.previous_pane': {
    label: WORDS.previousPane,
    shortcut: { key: 'F6', shift: true },
    isEnabled: hasSheet,
    run: () => goToPane(-1),
  },
  'view.inspector': {
    label: WORDS.inspector,
    icon: 'inspector',
    shortcut: { key: 'i', mod: true },
    isEnabled: hasSheet,
    run: toggleInspector,
  },
  'view.history': {
    label: WORDS.history,
    icon: 'history',
    shortcut: { key: 'h', mod: true, shift: true },
    isEnabled: (state) => state.importing === null,
    run: () => actions.showDialog('history'),
  },
  'view.connections': {
    label: WORDS.connections,
    isEnabled: (state) => !isRunning(state),
    run: () => actions.showDialog('connection'),
  },
  'view.settings': {
    label: WORDS.settings,
    icon: 'settings',
    shortcut: { key: ',', mod: true },
    // Before the host has answered it would show what nobody chose.
    isEnabled: ({ version }) => version !== '',
    run: () => actions.showDialog('settings'),
  },
} as const satisfies { readonly [id: string]: Command };

export type CommandId = keyof typeof REGISTRY;

export const COMMAND_IDS = Object.keys(REGISTRY) as readonly CommandId[];

export const commandOf = (id: CommandId): Command => REGISTRY[id];

export const commandLabel = (id: CommandId, state: WorkspaceState): string => {
  const { label } = commandOf(id);
  return typeof label === 'string' ? label : label(state);
};

/** Does a command where it can be done now; says whether it could. */
export function runCommand(id: CommandId): boolean {
  const state = workspace.getState();
  const command = commandOf(id);
  if (!command.isEnabled(state)) return false;
  void command.run(state);
  return true;
}

/** A command of the native menu; menus of another version may have others. */
export function runMenuCommand(name: string): void {
  const id = COMMAND_IDS.find((known) => known === name);
  if (id !== undefined) runCommand(id);
}
