import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestHost, type TestHost } from './test-host.ts';

/** A host at which whoever saves a report chooses the same folder, under the name that is proposed. */
export interface ReportingHost extends TestHost {
  readonly reports: string;
}

export async function startReportingHost(): Promise<ReportingHost> {
  const reports = mkdtempSync(join(tmpdir(), 'patchsheet-reports-'));
  const host = await startTestHost({ chooseReport: (name) => join(reports, name) });
  const close = async (): Promise<void> => {
    await host.close();
    rmSync(reports, { recursive: true });
  };
  return { ...host, reports, close };
}
