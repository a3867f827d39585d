import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What tells a process from every other one, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Two machines may both be called "localhost" and share a folder. Missing, like the rest, where the system does not say. */
  readonly machine?: string;
  readonly boot?: string;
  /** In which containers numbers mean the same processes. */
  readonly namespace?: string;
  /** In ticks since the boot. */
  readonly started?: string;
}

export interface ProcessTable {
  readonly self: () => Promise<ProcessIdentity>;
  /** `unsure`: it may be, and only a sign of life can tell. Once `gone`, it stays so. */
  readonly look: (identity: ProcessIdentity) => Promise<'running' | 'gone' | 'unsure'>;
}

/** Exact on Linux, by boot and start time from `/proc`; elsewhere only what no longer runs is known for sure. */
export const systemProcesses: ProcessTable = {
  self: identityOfSelf,
  look: async (identity) => {
    const self = await identityOfSelf();
    if (identity.host !== self.host || identity.machine !== self.machine) return 'unsure';
    if (identity.boot !== self.boot) return identity.boot && self.boot ? 'gone' : 'unsure';
    if (identity.namespace !== self.namespace) return 'unsure';
    if (!hasProcess(identity.pid)) return 'gone';
    const started = await startOf(identity.pid);
    if (identity.started === undefined || started === undefined) return 'unsure';
    return started === identity.started ? 'running' : 'gone';
  },
};

async function identityOfSelf(): Promise<ProcessIdentity> {
  const { pid } = process;
  if (process.platform !== 'linux') return { pid, host: hostname() };
  const [machine, boot, namespace, started] = await Promise.all([
    textOf('/etc/machine-id'),
    textOf('/proc/sys/kernel/random/boot_id'),
    readlink('/proc/self/ns/pid').catch(() => undefined),
    startOf(pid),
  ]);
  return {
    pid,
    host: hostname(),
    ...(machine === undefined ? {} : { machine }),
    ...(boot === undefined ? {} : { boot }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(started === undefined ? {} : { started }),
  };
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Fields after the name in brackets, which may hold anything: the state is the first, the start the twentieth. */
const STATE = 0;
const START = 19;
const NO_LONGER_RUNNING: ReadonlySet<string> = new Set(['Z', 'X']);

/** Source: proc(5). A process that ended and was not waited for yet counts as started never. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await textOf(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return NO_LONGER_RUNNING.has(fields[STATE] ?? '') ? 'never' : fields[START];
}
