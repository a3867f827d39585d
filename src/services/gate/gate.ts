import type { Clock } from '../clock.ts';
import type { RateInfo } from '../http/rate-headers.ts';
import { Departures } from './departures.ts';
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
import { KnownState, type Sharing } from './known-state.ts';
import { WaitingLine } from './waiting-line.ts';

const MINUTE_MS = 60_000;
/** Rights that were taken together lapse: those of an hour ago would be a burst now. */
const LEASE_MS = 100;
/** How often somebody else's probe or closing is looked at. */
const LOOK_AGAIN_MS = 100;
/** A sleep that took longer than that was the machine's. */
const JUMP_MS = 5_000;

export interface GateOptions {
  readonly clock: Clock;
  /** Of the limit, above 0 up to 1. */
  readonly share: number;
  /** The time for which a limit is given; a minute, shorter in tests. */
  readonly windowMs?: number;
  /** With it the gate is one for all processes; told why where that can't be done, and goes on alone. */
  readonly shared?: Sharing & {
    /** Different for every gate. */
    readonly id: string;
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
  readonly #departures = new Departures();
  readonly #known: KnownState;
  #lease = { count: 0, until: 0 };
  #isServing = false;
  #sleep: AbortController | undefined;

  constructor({ clock, share, windowMs = MINUTE_MS, shared }: GateOptions) {
    this.#clock = clock;
    this.#terms = { share, windowMs };
    this.#id = shared?.id ?? 'own';
    this.#known = new KnownState(openGate(clock.now()), shared);
  }

  /** Requests a minute that may leave now. */
  get perMinute(): number {
    return (this.#known.now.perWindow * MINUTE_MS) / this.#terms.windowMs;
  }

  /** Milliseconds for which the gate stays closed; 0 when it is open. */
  get closedForMs(): number {
    return Math.max(0, this.#known.now.closedUntil - this.#clock.now());
  }

  /** From now on this share of the limit is used; another process with the same key keeps its own. */
  useShare(share: number): void {
    if (share === this.#terms.share) return;
    this.#terms = { ...this.#terms, share };
    this.#known.change((state) => paceAnew(state, this.#terms, this.#clock.now()));
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
    this.#known.change((state) => returnToken(state, this.#id));
    this.#wake();
  }

  /** Learns from an answer's headers. */
  observe(rate: RateInfo): void {
    const before = this.#known.now.perWindow;
    const taken = this.#departures.takenAt(rate.sentAt);
    this.#known.change((state) => {
      const unsure = taken === undefined ? 0 : Math.max(0, state.traffic.taken - taken);
      learn(state, this.#terms, rate, unsure, this.#clock.now());
    });
    if (this.#known.now.perWindow > before) this.#wake();
  }

  /** Closes the gate for everybody. Never opens it earlier than it would have been. */
  closeFor(ms: number): void {
    const now = this.#clock.now();
    this.#known.change((state) => close(state, ms, now));
    this.#known.share();
  }

  /** Opens it earlier than Atlas asked for, since a person wants to go on: one request goes ahead. */
  reopen(): void {
    this.#known.change((state) => reopen(state, this.#clock.now()));
    this.#known.share();
    this.#wake();
  }

  /** A request leaves now. `undefined`: it must not, the gate was closed since it was entered. */
  leave(): Departure | undefined {
    const now = this.#clock.now();
    const may = mayLeave(this.#known.now, this.#id, now);
    if (may === 'no') return undefined;
    const isProbe = may === 'as_probe';
    if (isProbe) {
      this.#known.change((state) => {
        state.probe = { kind: 'sent', at: now, by: this.#id };
      });
      this.#known.share();
    }
    this.#departures.note(now, this.#known.now.traffic.taken - this.#lease.count);
    return { closing: this.#known.now.closings, isProbe };
  }

  /** Says what became of a request that left. */
  arrived(departure: Departure, arrival: Arrival): void {
    const now = this.#clock.now();
    if (arrival.kind === 'asked_to_wait') {
      const asked = { retryAfterMs: arrival.retryAfterMs, sentIn: departure.closing };
      this.#known.change((state) => closeAsAsked(state, asked, now));
    } else if (departure.isProbe) {
      const isFine = arrival.kind === 'answered';
      this.#known.change((state) => {
        state.probe = { kind: isFine ? 'none' : 'due' };
        if (isFine) state.unsaidWaits = 0;
      });
    } else return;
    this.#known.share();
    this.#wake();
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
    const isOpen = now <= until && mayLeave(this.#known.now, this.#id, now) === 'yes';
    if (count === 0 || !isOpen) return undefined;
    this.#lease.count--;
    return { kind: 'granted', count: 1 };
  }

  async #take(): Promise<Granted | Wait> {
    const take = (most: 'one' | 'many') => (state: GateState) =>
      takeTokens(state, this.#terms, { by: this.#id, most, now: this.#clock.now() });
    if (!this.#known.isShared) return take('one')(this.#known.now);
    const taken = await this.#known.exchange((state) => {
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
    const isTheirs = this.#known.isShared && wait.for !== 'token';
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
    this.#known.change((state) => keepClosed(state, wait.ms - sleptMs, now));
  }

  #wake(): void {
    this.#sleep?.abort();
  }
}
