import { styleText } from 'node:util';
import Table from 'cli-table3';
import { ALL_STATES } from '../../core/row-state.ts';
import { runFaultText } from '../../core/words/run-faults.ts';
import { runStandingText } from '../../core/words/run-standing.ts';
import { number } from '../../core/words/text.ts';
import type { RunListing } from '../../services/run-store/list-runs.ts';
import { shown, stateText } from './tables.ts';

/** A run in each line: its id, when, what of, whom to, how many of what, and how it ended. */
export function runsTable(runs: readonly RunListing[]): string {
  const table = new Table({
    head: ['run', 'began', 'file', 'connection', 'rows', 'how it ended'].map((text) =>
      styleText('bold', text),
    ),
    style: { head: [], border: [], compact: true },
    colWidths: [null, null, null, null, null, 40],
    wordWrap: true,
  });
  for (const run of runs) {
    table.push(
      run.kind === 'damaged'
        ? [run.runId, '', '', '', '', shown(runFaultText(run.fault), 200)]
        : [
            run.runId,
            run.startedAt === undefined ? '' : run.startedAt.slice(0, 19).replace('T', ' '),
            shown(run.fileName),
            `${run.connection.mode}\n${shown(run.connection.name)}`,
            countsOf(run),
            runStandingText(run),
          ],
    );
  }
  return table.toString();
}

function countsOf({ outcomes, unended }: Extract<RunListing, { kind: 'run' }>): string {
  const byState = new Map<string, number>(Object.entries(outcomes));
  const parts = ALL_STATES.flatMap((state) => {
    const total = byState.get(state) ?? 0;
    return total === 0 ? [] : [`${stateText(state)} ${number(total)}`];
  });
  return [...parts, ...(unended === 0 ? [] : [`${stateText('queued')} ${number(unended)}`])].join('\n');
}
