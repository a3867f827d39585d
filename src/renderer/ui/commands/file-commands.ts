import { actions } from '../../store.ts';
import type { CommandPart } from '../command.ts';
import { hasSheet, isIdle } from '../job-state.ts';

/** Files and sheets, opened and closed. */
export const FILE_COMMANDS = {
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
} as const satisfies CommandPart;
