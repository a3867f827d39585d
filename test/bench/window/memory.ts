import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

/**
 * The most memory that an app's window has had since it was started, in MB. Of the system where it keeps count
 * (Linux), else of Electron, whose figure only Windows has.
 */
export async function peakWindowMemory(app: ElectronApplication): Promise<number> {
  const window = await app.evaluate(({ app: running }) => {
    const found = running.getAppMetrics().find(({ type }) => type === 'Tab');
    return found && { pid: found.pid, peakKb: found.memory.peakWorkingSetSize };
  });
  if (window === undefined) return Number.NaN;
  return (process.platform === 'linux' ? peakOf(window.pid) : window.peakKb) / 1024;
}

/** In KB. Source: proc(5), "VmHWM: peak resident set size". */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN);
}
