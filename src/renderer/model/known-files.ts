import type { FileOffer } from '../../contract/file-schemas.ts';
import type { OpenedSession } from '../../contract/session-schemas.ts';
import { NOT_OPENED } from '../../core/words/opening.ts';
import type { Desk } from './desk.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Dialogs in which something is being entered or decided; whatever else is open gives way to a file. */
const NOT_TO_BE_LEFT: ReadonlySet<WorkspaceState['dialog']> = new Set(['mapping', 'connection', 'apply']);

/** Why a file can’t be opened now; `undefined` where it can: a sheet that is open is saved, and offered again later. */
function whyNotNow({ job, importing, dialog }: WorkspaceState): keyof typeof NOT_OPENED | undefined {
  if (job.kind === 'running') return 'running';
  if (job.kind === 'planning') return 'planning';
  if (importing !== null) return 'importing';
  return NOT_TO_BE_LEFT.has(dialog) ? 'dialog' : undefined;
}

/** Files that the host knows: those opened lately, and those that somebody opens from outside the window. */
export class KnownFiles {
  readonly #desk: Desk;
  readonly #open: (session: OpenedSession) => Promise<void>;

  constructor(desk: Desk, open: (session: OpenedSession) => Promise<void>) {
    this.#desk = desk;
    this.#open = open;
  }

  listen(): void {
    const { host } = this.#desk;
    host.listen('file.offered', (offer) => void this.answer(offer));
    host.listen('recent.changed', () => void this.list());
  }

  async list(): Promise<void> {
    const recent = await this.#desk.value(this.#desk.host.command('recent.list', {}));
    if (recent) this.#desk.set({ recent });
  }

  async open(id: string): Promise<void> {
    const opened = await this.#desk.value(this.#desk.host.command('recent.open', { id }));
    if (opened) await this.#open(opened);
    // It may have gone since the list was made.
    else await this.list();
  }

  async forget(id: string): Promise<void> {
    await this.#desk.value(this.#desk.host.command('recent.remove', { id }));
  }

  async clear(): Promise<void> {
    await this.#desk.value(this.#desk.host.command('recent.clear', {}));
  }

  /** Opens a file that was offered, or says why not. Whether it was opened. */
  async answer({ offerId, fileName }: FileOffer): Promise<boolean> {
    const { host, state } = this.#desk;
    const why = whyNotNow(state);
    if (why !== undefined) {
      this.#desk.set({ notice: { kind: 'error', text: NOT_OPENED[why](fileName) } });
      await host.command('file.decline_offered', { offerId });
      return false;
    }
    const opened = await this.#desk.value(host.command('file.open_offered', { offerId }));
    if (opened) await this.#open(opened);
    else await this.list();
    return opened !== undefined && opened !== null;
  }
}
