import type { Clock } from '../clock.ts';
import type { RateInfo } from '../http/rate-headers.ts';
import {
  close,
  closeAsAsked,
  type GateState,
  type GateTerms,
  type Granted,
  keepClosed,
  learn,
  mayLeave,
  openGate,
  paceAnew,
  reopen,
  returnToken,
  takeTokens,
  type Wait,
} from './gate-state.ts';
import { WaitingLine } from './waiting-line.ts';

const MINUTE_MS = 60_000;
/** Rights that were taken together lapse: those of an hour ago would be a burst now. */
const LEASE_MS = 100;
/** How often somebody else's probe or closing is looked at. */
const LOOK_AGAIN_MS = 100;
/** Departures that are remembered to tell what was under way when an answer was given. */
const REMEMBERED_DEPARTURES = 64;

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

export interface GateOptions {
  readonly clock: Clock;
  /** Of the limit, above 0 up to 1. */
  readonly share: number;
  /** The time for which a limit is given; a minute, shorter in tests. */
  readonly windowMs?: number;
  /** With it the gate is one for all processes; told why where that can't be done, and goes on alone. */
  readonly shared?: {
    readonly state: SharedState;
    /** Different for every gate. */
    readonly id: string;
    readonly onNotice: (why: string) => void;
  };
}

/** A request that has left, as the gate remembers it. */
export interface Departure {
  readonly closing: number;
  readonly isProbe: boolean;
}

/** What became of a request, as far as the gate is concerned. */
export type Arrival =
  | { readonly kind: 'answered' }
  | { readonly kind: 'asked_to_wait'; readonly retryAfterMs: number | undefined }
  /** No answer: it says nothing about whether others may follow. */
  | { readonly kind: 'silence' };

type Change = (state: GateState) => void;

/**
 * The one gate through which all requests of a key leave: a token bucket at a share of the limit Atlas
 * reports, slower where others use the key too, and closed for everybody while Atlas asks to wait; after that one
 * request goes ahead. `enter` gives the right to send one request, `leave` says that it leaves now, `arrived`
 * what became of it.
 */
export class Gate {
  readonly #clock: Clock;
  #terms: GateTerms;
  readonly #id: string;
  readonly #line = new WaitingLine();
  readonly #departures: { readonly at: number; readonly taken: number }[] = [];
  #shared: GateOptions['shared'];
  /** What is known here: all of it, or a copy of what is shared. */
  #known: GateState;
  /** Changes that the shared state does not have yet. */
  #unshared: Change[] = [];
  #sharing: Promise<unknown> = Promise.resolve();
  #lease = { count: 0, until: 0 };
  #isServing = false;
  #sleep: AbortController | undefined;

  constructor({ clock, share, windowMs = MINUTE_MS, shared }: GateOptions) {
    this.#clock = clock;
    this.#terms = { share, windowMs };
    this.#shared = shared;
    this.#id = shared?.id ?? 'own';
    this.#known = openGate(clock.now());
  }

  /** Requests a minute that may leave now. */
  get perMinute(): number {
    return (this.#known.perWindow * MINUTE_MS) / this.#terms.windowMs;
  }

  /** Milliseconds for which the gate stays closed; 0 when it is open. */
  get closedForMs(): number {
    return Math.max(0, this.#known.closedUntil - this.#clock.now());
  }

  /** From now on this share of the limit is used; another process with the same key keeps its own. */
  useShare(share: number): void {
    if (share === this.#terms.share) return;
    this.#terms = { ...this.#terms, share };
    this.#change((state) => paceAnew(state, this.#terms, this.#clock.now()));
    this.#wake();
  }

  /** Waits for the right to send one request, first come, first served. Rejects when the signal is aborted first. */
  async enter(signal?: AbortSignal): Promise<void> {
    const turn = this.#line.join(signal);
    void this.#serve();
    await turn;
  }

  /** Gives back the right to send: nothing was sent, and somebody else may. */
  giveBack(): void {
    this.#change((state) => returnToken(state, this.#id));
    this.#wake();
  }

  /** Learns from an answer's headers. */
  observe(rate: RateInfo): void {
    const before = this.#known.perWindow;
    const taken = this.#takenAt(rate.sentAt);
    this.#change((state) => {
      const unsure = taken === undefined ? 0 : Math.max(0, state.traffic.taken - taken);
      learn(state, this.#terms, rate, unsure, this.#clock.now());
    });
    if (this.#known.perWindow > before) this.#wake();
  }

  /** Closes the gate for everybody. Never opens it earlier than it would have been. */
  closeFor(ms: number): void {
    const now = this.#clock.now();
    this.#change((state) => close(state, ms, now));
    this.#share();
  }

  /** Opens it earlier than Atlas asked for, since a person wants to go on: one request goes ahead. */
  reopen(): void {
    this.#change((state) => reopen(state, this.#clock.now()));
    this.#share();
    this.#wake();
  }

  /** A request leaves now. `undefined`: it must not, the gate was closed since it was entered. */
  leave(): Departure | undefined {
    const now = this.#clock.now();
    const may = mayLeave(this.#known, this.#id, now);
    if (may === 'no') return undefined;
    const isProbe = may === 'as_probe';
    if (isProbe) {
      this.#change((state) => {
        state.probe = { kind: 'sent', at: now, by: this.#id };
      });
      this.#share();
    }
    this.#departures.push({ at: now, taken: this.#known.traffic.taken - this.#lease.count });
    if (this.#departures.length > REMEMBERED_DEPARTURES) this.#departures.shift();
    return { closing: this.#known.closings, isProbe };
  }

  /** Says what became of a request that left. */
  arrived(departure: Departure, arrival: Arrival): void {
    const now = this.#clock.now();
    if (arrival.kind === 'asked_to_wait') {
      const asked = { retryAfterMs: arrival.retryAfterMs, sentIn: departure.closing };
      this.#change((state) => closeAsAsked(state, asked, now));
    } else if (departure.isProbe) {
      const isFine = arrival.kind === 'answered';
      this.#change((state) => {
        state.probe = { kind: isFine ? 'none' : 'due' };
        if (isFine) state.unsaidWaits = 0;
      });
    } else return;
    this.#share();
    this.#wake();
  }

  #takenAt(sentAt: number | undefined): number | undefined {
    if (sentAt === undefined) return undefined;
    const last = this.#departures.findLast(({ at }) => at <= sentAt);
    return this.#departures.find(({ at }) => at === last?.at)?.taken;
  }

  /** Lets those who wait in, one after the other, until nobody does. */
  async #serve(): Promise<void> {
    if (this.#isServing) return;
    this.#isServing = true;
    while (this.#line.isWaiting) {
      const wait = this.#useLease() ?? (await this.#take());
      if (wait.kind === 'wait') await this.#rest(wait);
      else if (!this.#line.admit()) this.giveBack();
    }
    this.#isServing = false;
  }

  #useLease(): Granted | undefined {
    const now = this.#clock.now();
    const { count, until } = this.#lease;
    const isOpen = now <= until && mayLeave(this.#known, this.#id, now) === 'yes';
    if (count === 0 || !isOpen) return undefined;
    this.#lease.count--;
    return { kind: 'granted', count: 1 };
  }

  async #take(): Promise<Granted | Wait> {
    const take = (most: 'one' | 'many') => (state: GateState) =>
      takeTokens(state, this.#terms, { by: this.#id, most, now: this.#clock.now() });
    if (!this.#shared) return take('one')(this.#known);
    const taken = await this.#exchange((state) => {
      const value = take('many')(state);
      return { value, isKept: value.kind === 'granted' };
    });
    if (taken.kind === 'granted') {
      this.#lease = { count: taken.count - 1, until: this.#clock.now() + LEASE_MS };
    }
    return taken;
  }

  /** Sleeps until it is worth asking again, or until something happens here that changes the answer. */
  async #rest(wait: Wait): Promise<void> {
    // A probe of ours wakes us when it is answered.
    const isTheirs = this.#shared !== undefined && wait.for !== 'token';
    const ms = Math.min(wait.ms, isTheirs ? LOOK_AGAIN_MS : MINUTE_MS);
    const sleep = new AbortController();
    this.#sleep = sleep;
    const stopWatching = this.#line.onEmpty(() => sleep.abort());
    const before = this.#clock.now();
    try {
      await this.#clock.sleep(ms, sleep.signal);
      this.#noticeJump(wait, ms, this.#clock.now() - before);
    } catch {
      // Woken.
    } finally {
      stopWatching();
      this.#sleep = undefined;
    }
  }

  #noticeJump(wait: Wait, sleptMs: number, passedMs: number): void {
    if (wait.for !== 'opening' || passedMs <= sleptMs + JUMP_MS) return;
    const now = this.#clock.now();
    this.#change((state) => keepClosed(state, wait.ms - sleptMs, now));
  }

  #wake(): void {
    this.#sleep?.abort();
  }

  #change(change: Change): void {
    change(this.#known);
    if (this.#shared) this.#unshared.push(change);
  }

  /** Tells the other processes now, rather than with the next request. */
  #share(): void {
    if (this.#shared) void this.#exchange(() => ({ value: undefined, isKept: true }));
  }

  /** One step on the shared state, after those that were begun before. */
  #exchange<T>(act: (state: GateState) => Changed<T>): Promise<T> {
    const exchanging = this.#sharing.then(() => this.#exchangeNow(act));
    this.#sharing = exchanging;
    return exchanging;
  }

  async #exchangeNow<T>(act: (state: GateState) => Changed<T>): Promise<T> {
    if (!this.#shared) return act(this.#known).value;
    const changes = this.#unshared;
    this.#unshared = [];
    try {
      const { state, value } = await this.#shared.state.update((shared) => {
        for (const change of changes) change(shared);
        const changed = act(shared);
        return { value: changed.value, isKept: changed.isKept || changes.length > 0 };
      });
      // What was learned here in the meantime is not in it yet.
      for (const change of this.#unshared) change(state);
      this.#known = state;
      return value;
    } catch (error) {
      this.#shared.onNotice(error instanceof Error ? error.message : String(error));
      this.#shared = undefined;
      this.#unshared = [];
      return act(this.#known).value;
    }
  }
}

/** A sleep that took longer than that was the machine's. */
const JUMP_MS = 5_000;
