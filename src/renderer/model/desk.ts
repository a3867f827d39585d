import type { StoreApi } from 'zustand/vanilla';
import type { CommandResult } from '../../contract/commands.ts';
import type { Host } from './host.ts';
import type { WorkspaceState } from './workspace-state.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | Extract<CommandResult<'app.start'>, { readonly ok: false }>;

/** What all parts of the workspace work with: the host, what is on screen, and how it is said that something failed. */
export class Desk {
  readonly host: Host;
  readonly #store: StoreApi<WorkspaceState>;

  constructor(host: Host, store: StoreApi<WorkspaceState>) {
    this.host = host;
    this.#store = store;
  }

  get state(): WorkspaceState {
    return this.#store.getState();
  }

  set(change: Partial<WorkspaceState>): void {
    this.#store.setState(change);
  }

  /** The value of a command, or a notice about why there is none. `about`: as in `NoticeView`. */
  async value<T>(answering: Promise<Answer<T>>, about?: 'app'): Promise<T | undefined> {
    const answer = await answering;
    if (answer.ok) return answer.value;
    this.set({ notice: { kind: 'error', text: answer.error.message, ...(about && { about }) } });
    return undefined;
  }
}
