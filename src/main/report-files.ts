import type { CommandError } from '../contract/commands.ts';
import type { ReportKind } from '../core/report-kind.ts';
import { ok, type Result } from '../core/result.ts';
import type { HostPorts } from './host.ts';

export interface ReportToSave {
  readonly kind: ReportKind;
  /** What to call its file. */
  readonly naming: Promise<Result<{ readonly name: string }, CommandError>>;
  readonly write: (path: string) => Promise<Result<unknown, CommandError>>;
}

/** Reports on the disk, where a person chose to have them. */
export class ReportFiles {
  readonly #ports: Pick<HostPorts, 'chooseReport' | 'showInFolder'>;
  #last: string | undefined;

  constructor(ports: Pick<HostPorts, 'chooseReport' | 'showInFolder'>) {
    this.#ports = ports;
  }

  /** Asks where to, and writes it there; `null` when that was cancelled. */
  async save({
    kind,
    naming,
    write,
  }: ReportToSave): Promise<Result<{ readonly path: string } | null, CommandError>> {
    const suggested = await naming;
    if (!suggested.ok) return suggested;
    const path = await this.#ports.chooseReport(suggested.value.name, kind);
    if (path === undefined) return ok(null);
    const written = await write(path);
    if (!written.ok) return written;
    this.#last = path;
    return ok({ path });
  }

  /** Shows the one saved last in its folder. Whether there is one. */
  showLast(): boolean {
    if (this.#last === undefined) return false;
    this.#ports.showInFolder(this.#last);
    return true;
  }
}
