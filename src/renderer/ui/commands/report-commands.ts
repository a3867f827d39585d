import { actions } from '../../store.ts';
import type { CommandPart } from '../command.ts';
import { hasPlan, hasRun } from '../job-state.ts';
import { COMMANDS as WORDS } from '../words/commands.ts';

/** What a person takes away. */
export const REPORT_COMMANDS = {
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
} as const satisfies CommandPart;
