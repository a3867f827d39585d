import type { ReportSource } from '../report-source.ts';
import { approvalPage } from './approval.ts';
import { outcomePage } from './outcome.ts';

/** The report that is printed: one file, complete in itself. Before a run it is what is approved, then what happened. */
export const printedReport = (source: ReportSource): string =>
  source.run ? outcomePage(source) : approvalPage(source);
