import { actions } from '../../store.ts';
import type { CommandDeed } from '../command.ts';
import { isPlanNew } from '../job-state.ts';
import { COMMANDS as WORDS } from '../words/commands.ts';
import { rowCountMeant, rowsMeant } from './rows-meant.ts';

/** What can be done to the selected rows of a plan that was not applied yet; of several, those it applies to are meant. */
export const PLAN_ROW_COMMANDS = {
  'plan.leave_out': {
    label: (state) => WORDS.leaveOutOfPlan(rowCountMeant(state)),
    icon: 'leave_out',
    isEnabled: (state) =>
      isPlanNew(state) &&
      (rowCountMeant(state) > 1
        ? (state.sheet?.counts.update ?? 0) > 0
        : state.selectedRow !== null && state.sheet?.stateOf(state.selectedRow) === 'update'),
    run: (state) => actions.leaveOut(rowsMeant(state), true),
  },
  'plan.take_in': {
    label: (state) => WORDS.takeIntoPlan(rowCountMeant(state)),
    icon: 'take_in',
    isEnabled: (state) =>
      isPlanNew(state) &&
      (rowCountMeant(state) > 1
        ? (state.sheet?.plan?.leftOut ?? 0) > 0
        : state.selectedRow !== null && state.sheet?.isOutOfPlan(state.selectedRow) === true),
    run: (state) => actions.leaveOut(rowsMeant(state), false),
  },
} as const satisfies { readonly [id: string]: CommandDeed };
