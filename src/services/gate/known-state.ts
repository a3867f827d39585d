import type { GateState } from './gate-state.ts';

/** What several processes know together. */
export interface SharedState {
  /** Reads what is known, lets `change` alter it and keeps that, as one step among all processes. May try several times. */
  update<T>(
    change: (state: GateState) => Changed<T>,
  ): Promise<{ readonly state: GateState; readonly value: T }>;
}

/** `isKept`: whether there is anything to write down. */
export interface Changed<T> {
  readonly value: T;
  readonly isKept: boolean;
}

export interface Sharing {
  readonly state: SharedState;
  /** Told once why nothing can be shared any more; what is known here goes on alone. */
  readonly onNotice: (why: string) => void;
}

type Change = (state: GateState) => void;

/** What is known of a gate here: all of it, or a copy of what is shared and what was learned since. */
export class KnownState {
  #now: GateState;
  #sharing: Sharing | undefined;
  /** Changes that the shared state does not have yet. */
  #unshared: Change[] = [];
  #exchanging: Promise<unknown> = Promise.resolve();

  constructor(now: GateState, sharing: Sharing | undefined) {
    this.#now = now;
    this.#sharing = sharing;
  }

  get now(): GateState {
    return this.#now;
  }

  get isShared(): boolean {
    return this.#sharing !== undefined;
  }

  /** Holds here at once; the others hear of it with the next exchange. */
  change(change: Change): void {
    change(this.#now);
    if (this.#sharing) this.#unshared.push(change);
  }

  /** Tells the other processes now, rather than with the next request. */
  share(): void {
    if (this.#sharing) void this.exchange(() => ({ value: undefined, isKept: true }));
  }

  /** One step on what all processes know, after those that were begun before. */
  exchange<T>(act: (state: GateState) => Changed<T>): Promise<T> {
    const exchanging = this.#exchanging.then(() => this.#exchangeNow(act));
    this.#exchanging = exchanging;
    return exchanging;
  }

  async #exchangeNow<T>(act: (state: GateState) => Changed<T>): Promise<T> {
    if (!this.#sharing) return act(this.#now).value;
    const changes = this.#unshared;
    this.#unshared = [];
    try {
      const { state, value } = await this.#sharing.state.update((shared) => {
        for (const change of changes) change(shared);
        const changed = act(shared);
        return { value: changed.value, isKept: changed.isKept || changes.length > 0 };
      });
      // What was learned here in the meantime is not in it yet.
      for (const change of this.#unshared) change(state);
      this.#now = state;
      return value;
    } catch (error) {
      this.#sharing.onNotice(error instanceof Error ? error.message : String(error));
      this.#sharing = undefined;
      this.#unshared = [];
      return act(this.#now).value;
    }
  }
}
