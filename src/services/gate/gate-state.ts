import type { RateInfo } from '../http/rate-headers.ts';
import { countOwn, isFixedWindow, noTraffic, observeTraffic, othersOf, type Traffic } from './traffic.ts';

/** Source: Atlas' standard limit is 100 a minute; until an answer says otherwise a little less is used. */
const UNKNOWN_LIMIT_PER_WINDOW = 95;
/** Requests that may leave at once after a rest; less where the limit is low, so that no minute holds more than it. */
const MOST_BURST = 4;
/** Where the limit is high, what comes in between two ticks of the timer, so that the timer is not the limit. */
const BURST_MS = 20;
/** With others on the key, the part of the limit that all of us together use. */
const USED_TOGETHER = 0.95;
/** The part of our share that is used where nothing begins anew: there whoever begins finds only what is left. */
const UNWINDOWED = 0.965;
/** And what remains where nothing begins anew, so that somebody who begins is seen before it is too late. */
const KEPT_FREE = 0.1;
/** A probe that did not leave for so long never will: whoever had it ended without sending. */
const PROBE_LEAVES_WITHIN_MS = 10_000;
/** A probe without an answer for longer than any request takes: its process is gone. */
const PROBE_ANSWERED_WITHIN_MS = 120_000;
/** What nobody would wait for, and what a date can still hold. */
const LONGEST_CLOSING_MS = 365 * 24 * 60 * 60_000;
/** Where Atlas says nothing about how long to wait; doubled each time that this was too short. */
const DEFAULT_WAIT_MS = 5_000;
const LONGEST_DEFAULT_WAIT_MS = 60_000;
/** No 429 closes the gate for less: an empty wait would be an early retry. */
const LEAST_WAIT_MS = 1_000;
/** A clock that goes back by less was only set right. */
const BACKWARDS_MS = 1_000;

/** After a 429 one request goes alone; the rest follows when it is answered. */
type Probe =
  | { kind: 'none' }
  | { kind: 'due' }
  | { kind: 'handed_out'; at: number; by: string }
  | { kind: 'sent'; at: number; by: string };

/** All that a gate knows. Plain data, since processes share it through a file; times are epoch ms. */
export interface GateState {
  /** As Atlas reported it; `null` until it did. */
  limit: number | null;
  perWindow: number;
  tokens: number;
  refilledAt: number;
  closedUntil: number;
  /** How often a 429 closed the gate: several answers to what was in flight together are one closing. */
  closings: number;
  /** Closings in a row for which Atlas did not say how long. */
  unsaidWaits: number;
  probe: Probe;
  traffic: Traffic;
}

/** How much of the limit may be used, and in which time Atlas counts it. */
export interface GateTerms {
  readonly share: number;
  readonly windowMs: number;
}

/** Of a key of which no answer has told anything yet. */
export function openGate(now: number): GateState {
  return {
    limit: null,
    perWindow: UNKNOWN_LIMIT_PER_WINDOW,
    tokens: MOST_BURST,
    refilledAt: now,
    closedUntil: 0,
    closings: 0,
    unsaidWaits: 0,
    probe: { kind: 'none' },
    traffic: noTraffic(now),
  };
}

/** What was known is lost: nothing is in hand, and one request goes ahead to learn how things are. */
export const cautiousGate = (now: number): GateState => ({
  ...openGate(now),
  tokens: 0,
  probe: { kind: 'due' },
});

/** Why nothing may leave now, and for how long at most. `probe`: until somebody's answer is there. */
export interface Wait {
  readonly kind: 'wait';
  readonly ms: number;
  readonly for: 'token' | 'opening' | 'probe';
}

export interface Granted {
  readonly kind: 'granted';
  readonly count: number;
}

/** Takes the right to send one request; several where `most` says so and the limit is high. */
export function takeTokens(
  state: GateState,
  terms: GateTerms,
  { by, most, now }: { readonly by: string; readonly most: 'one' | 'many'; readonly now: number },
): Granted | Wait {
  catchUp(state, terms, now);
  if (now < state.closedUntil) return { kind: 'wait', ms: state.closedUntil - now, for: 'opening' };
  const { probe } = state;
  if (probe.kind === 'handed_out' || probe.kind === 'sent') {
    const ms = probeEndsAt(probe) - now;
    if (ms > 0) return { kind: 'wait', ms, for: 'probe' };
  }
  if (state.tokens < 1) {
    return {
      kind: 'wait',
      ms: Math.ceil(((1 - state.tokens) * terms.windowMs) / state.perWindow),
      for: 'token',
    };
  }
  const isHigh = (state.perWindow * BURST_MS) / terms.windowMs > MOST_BURST;
  const count = most === 'many' && isHigh && probe.kind === 'none' ? Math.floor(state.tokens) : 1;
  state.tokens -= count;
  countOwn(state.traffic, count, now, terms.windowMs);
  if (probe.kind !== 'none') state.probe = { kind: 'handed_out', at: now, by };
  return { kind: 'granted', count };
}

const probeEndsAt = (probe: Exclude<Probe, { kind: 'none' | 'due' }>): number =>
  probe.at + (probe.kind === 'sent' ? PROBE_ANSWERED_WITHIN_MS : PROBE_LEAVES_WITHIN_MS);

/** A right that was not used. */
export function returnToken(state: GateState, by: string): void {
  state.tokens += 1;
  state.traffic.taken -= 1;
  if (state.probe.kind === 'handed_out' && state.probe.by === by) state.probe = { kind: 'due' };
}

/** Learns from an answer's headers; `unsure` as in {@link observeTraffic}. */
export function learn(state: GateState, terms: GateTerms, rate: RateInfo, unsure: number, now: number): void {
  catchUp(state, terms, now);
  const { windowMs } = terms;
  if (state.limit !== rate.limit) {
    state.limit = rate.limit;
    // What remains of another limit can't be compared with what remained.
    state.traffic.level = null;
  }
  observeTraffic(state.traffic, { rate, unsure, now, windowMs });
  setPace(state, terms, now);
  // Nothing is left in this window, whoever used it up: the next request would be a 429.
  const isUsedUp = rate.remaining === 0 && rate.resetInMs !== undefined;
  if (isUsedUp && isFixedWindow(state.traffic, now, windowMs)) {
    close(state, Math.min(rate.resetInMs, windowMs), now);
  }
}

/** Closes the gate for everybody. Never opens it earlier than it would have been. */
export function close(state: GateState, ms: number, now: number): void {
  state.closedUntil = Math.max(state.closedUntil, now + Math.min(ms, LONGEST_CLOSING_MS));
}

/**
 * Closes the gate because Atlas asked to wait. `sentIn`: the closing after which the refused request left; one
 * that left before the last closing only adds its own wait to it.
 */
export function closeAsAsked(
  state: GateState,
  { retryAfterMs, sentIn }: { readonly retryAfterMs: number | undefined; readonly sentIn: number },
  now: number,
): void {
  const isNew = sentIn >= state.closings;
  if (isNew) {
    state.closings = sentIn + 1;
    state.unsaidWaits = retryAfterMs === undefined ? state.unsaidWaits + 1 : 0;
  }
  if (retryAfterMs !== undefined) close(state, Math.max(LEAST_WAIT_MS, retryAfterMs), now);
  else if (isNew) close(state, unsaidWaitMs(state), now);
  else return;
  if (isNew || state.probe.kind === 'none') state.probe = { kind: 'due' };
}

const unsaidWaitMs = ({ unsaidWaits }: GateState): number =>
  Math.min(LONGEST_DEFAULT_WAIT_MS, DEFAULT_WAIT_MS * 2 ** (unsaidWaits - 1));

/** A person wants to go on in spite of what Atlas asked for: with one request ahead. */
export function reopen(state: GateState, now: number): void {
  state.closedUntil = Math.min(state.closedUntil, now);
  state.probe = { kind: 'due' };
}

/** Whether a request may leave now, and whether it is the probe. */
export function mayLeave(state: GateState, by: string, now: number): 'no' | 'yes' | 'as_probe' {
  if (now < state.closedUntil) return 'no';
  const { probe } = state;
  if (probe.kind === 'none') return 'yes';
  if (probe.kind === 'due') return 'as_probe';
  if (probe.kind === 'handed_out') return probe.by === by ? 'as_probe' : 'no';
  return now < probeEndsAt(probe) ? 'no' : 'as_probe';
}

/** The machine's clock jumped while the gate was closed: what was left of the closing is waited for all the same. */
export function keepClosed(state: GateState, leftMs: number, now: number): void {
  close(state, Math.min(leftMs, LONGEST_KEPT_MS), now);
}
/** Asleep the machine did wait: hours that may have passed are not waited for once more. */
const LONGEST_KEPT_MS = 10 * 60_000;

/** The terms are others from now on. */
export const paceAnew = (state: GateState, terms: GateTerms, now: number): void => catchUp(state, terms, now);

function catchUp(state: GateState, terms: GateTerms, now: number): void {
  const elapsedMs = now - state.refilledAt;
  if (elapsedMs < -BACKWARDS_MS) shiftBack(state, -elapsedMs, now);
  const refill = Math.max(0, elapsedMs) * (state.perWindow / terms.windowMs);
  state.refilledAt = now;
  setPace(state, terms, now);
  state.tokens = Math.min(burstOf(state, terms, now), state.tokens + refill);
}

/** The clock was set back: a closing stays as long as it was, and old times say nothing about use any more. */
function shiftBack(state: GateState, byMs: number, now: number): void {
  state.closedUntil = Math.max(0, state.closedUntil - byMs);
  if ('at' in state.probe) state.probe.at = now;
  state.traffic = noTraffic(now, state.traffic.taken);
}

/** Our share of the limit, less where others need it. */
function setPace(state: GateState, { share, windowMs }: GateTerms, now: number): void {
  const { limit, traffic } = state;
  if (limit === null) return;
  const most = Math.max(1, limit * share);
  const others = othersOf(traffic, limit, now, windowMs);
  const isFixed = isFixedWindow(traffic, now, windowMs);
  // Alone we would leave twice as much: somebody has begun whose use can't be told from ours yet.
  const isTight = !isFixed && traffic.level !== null && traffic.remaining < (limit - most) / 2;
  if (others === 0) {
    state.perWindow = isTight ? most / 2 : isFixed ? most : Math.max(1, most * UNWINDOWED);
    return;
  }
  const budget = traffic.budget && now < traffic.budget.until ? traffic.budget.perWindow : most;
  // Where nothing begins anew, what was used up comes back only when we use less than is set free.
  const short = isFixed ? 0 : Math.max(0, limit * KEPT_FREE - traffic.remaining);
  const left = Math.min(isTight ? most / 2 : most, limit * USED_TOGETHER - others - 6 * short, budget);
  state.perWindow = Math.max(1, limit / 100, left);
}

function burstOf({ limit, perWindow, traffic }: GateState, { windowMs }: GateTerms, now: number): number {
  const most = Math.max(MOST_BURST, (perWindow * BURST_MS) / windowMs);
  if (limit === null) return MOST_BURST;
  const spare = Math.floor(limit - perWindow - othersOf(traffic, limit, now, windowMs));
  return Math.max(1, Math.min(most, spare));
}
