import { type AgainKind, findRowsAgain, mayPlanAgain, rowsAgain, withStale } from '../../model/rows-again.ts';
import { rowsToRead } from '../../model/rows-to-read.ts';
import type { WorkspaceState } from '../../model/workspace-state.ts';
import { actions } from '../../store.ts';
import type { CommandPart } from '../command.ts';
import { timeOfDay } from '../formats.ts';
import { rowCountMeant, rowsMeant } from '../grid/rows-meant.ts';
import { hasPlan, isIdle, isPlanning, isValidated } from '../job-state.ts';
import { COMMANDS as WORDS } from '../words/commands.ts';

async function dryRun({ sheet, connection }: WorkspaceState): Promise<void> {
  if (sheet?.mappingFindings.some(({ severity }) => severity === 'error')) actions.showDialog('mapping');
  else if (connection === null) actions.showDialog('connection');
  else await actions.dryRun();
}

const planAgain =
  (kind: AgainKind) =>
  async ({ sheet }: WorkspaceState): Promise<void> => {
    if (sheet) await actions.dryRunAgain(await findRowsAgain(sheet, kind));
  };

const aboutDryRun = (state: WorkspaceState): string | undefined =>
  rowsToRead(state, Date.now()) === undefined
    ? undefined
    : WORDS.dryRunOfFew(timeOfDay(state.sheet?.plan?.reading.since ?? ''));

function againSelectedLabel(state: WorkspaceState): string {
  const { sheet, selectedRow } = state;
  const rows = rowCountMeant(state);
  const isConflict = selectedRow !== null && sheet?.stateOf(selectedRow) === 'conflict';
  return rows === 1 && isConflict ? WORDS.againConflict : WORDS.againSelected(rows);
}

/** The dry run, of all rows or of some. */
export const PLAN_COMMANDS = {
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
    run: async (state) => {
      const { sheet } = state;
      if (sheet) await actions.dryRunAgain(await withStale(sheet, rowsMeant(state)));
    },
  },
} as const satisfies CommandPart;
