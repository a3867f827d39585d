import { number } from '../../../core/words/text.ts';
import { START } from './start.ts';

export const COMMANDS = {
  import: 'Import…',
  sample: START.sampleButton,
  close: 'Close sheet',
  mapping: 'Mapping',
  dryRun: 'Dry run',
  dryRunAgain: 'Dry run again',
  cancelDryRun: 'Cancel dry run',
  apply: (customers: number) => (customers === 0 ? 'Apply…' : `Apply ${number(customers)}…`),
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopNow: 'Stop now',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find',
  nextError: 'Next error',
  report: 'Report',
  reportCsv: 'Report of all rows (CSV)…',
  reportFailed: 'Failed rows only, to import again (CSV)…',
  reportJson: 'Everything, for machines (JSON)…',
  showReport: 'Show the last report in its folder',
  inspector: 'Row details',
  connections: 'Connections…',
  tools: 'Commands',
} as const;
