import { actions } from '../../store.ts';
import type { CommandPart } from '../command.ts';
import { isIdle, isPausable, isResumable, updatesLeft } from '../job-state.ts';
import { TAKE_BACK } from '../review/take-back.ts';
import { COMMANDS as WORDS } from '../words/commands.ts';

/** Applying a plan. */
export const RUN_COMMANDS = {
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
  'run.take_back': TAKE_BACK,
} as const satisfies CommandPart;
