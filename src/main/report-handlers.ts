import { err, ok } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';
import type { ReportFiles } from './report-files.ts';

interface ReportPorts extends Pick<HostPorts, 'engine' | 'copyText'> {
  readonly reports: ReportFiles;
}

/** What the host does for the reports of the plan that the window shows. */
export function reportHandlers({ engine, copyText, reports }: ReportPorts): CommandHandlersOf<'report'> {
  return {
    'report.save': (input) =>
      reports.save({
        kind: input.kind,
        naming: engine.call('report.name', input),
        write: (path) => engine.call('report.write', { ...input, path }),
      }),
    'report.copy_summary': async (input) => {
      const summary = await engine.call('report.summary', input);
      if (!summary.ok) return summary;
      await copyText(summary.value.text);
      return ok({});
    },
    'report.show': () => (reports.showLast() ? ok({}) : err(refused('no_report'))),
  };
}
