import type { FaultReport, FaultRule, FaultTime, FaultUse, RequestMatch } from './faults.ts';
import { createRandom, seedOf } from './random.ts';

/** The parts of a request that faults are chosen by. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly bodyText: string;
  readonly keyLastFour: string | null;
}

interface ScriptedFault {
  readonly rule: FaultRule;
  matched: number;
  readonly matchedByPath: Map<string, number>;
  times: number;
}

/**
 * The faults of a test. Each rule counts every request that matches it, whatever other rules do;
 * of several that want the same request, the first in the script gets it.
 */
export class FaultScript {
  #faults: readonly ScriptedFault[] = [];

  /** Replaces the script; counting begins anew. */
  set(rules: readonly FaultRule[]): void {
    this.#faults = rules.map((rule) => ({ rule, matched: 0, matchedByPath: new Map(), times: 0 }));
  }

  choose(target: FaultTarget): FaultRule | undefined {
    let chosen: ScriptedFault | undefined;
    for (const fault of this.#faults) {
      // Asked of every rule, even after one was chosen: asking is what counts the request.
      if (isMatch(fault.rule.match ?? {}, target) && isTime(fault, target)) chosen ??= fault;
    }
    if (chosen !== undefined) chosen.times++;
    return chosen?.rule;
  }

  report(): FaultReport {
    const uses = this.#faults.map(({ rule, times }) => ({
      name: rule.name,
      times,
      expected: expectedTimes(rule.when),
    }));
    return { met: uses.filter(isMet), unmet: uses.filter((use) => !isMet(use)) };
  }
}

function isMet({ times, expected }: FaultUse): boolean {
  return times >= expected;
}

function isFound(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

function isMatch(match: RequestMatch, target: FaultTarget): boolean {
  const id = /^\/customers\/([^/]+)$/.exec(target.path)?.[1];
  return (
    (match.method === undefined || match.method === target.method) &&
    (match.customerId === undefined || match.customerId.toLowerCase() === id?.toLowerCase()) &&
    (match.resource === undefined || match.resource === (id === undefined ? 'list' : 'customer')) &&
    (match.keyLastFour === undefined || match.keyLastFour === target.keyLastFour) &&
    isFound(match.path, target.path) &&
    isFound(match.query, target.query) &&
    isFound(match.body, target.bodyText)
  );
}

/** Counts the request and says whether the rule's time has come. */
function isTime(fault: ScriptedFault, { method, path }: FaultTarget): boolean {
  const when = fault.rule.when ?? FIRST;
  const place = `${method} ${path.toLowerCase()}`;
  const ofPath = (fault.matchedByPath.get(place) ?? 0) + 1;
  fault.matchedByPath.set(place, ofPath);
  fault.matched++;
  switch (when.kind) {
    case 'always':
      return true;
    case 'first':
      return fault.matched <= when.count;
    case 'nth':
      return when.numbers.includes(fault.matched);
    case 'first_of_each_path':
      return ofPath <= when.count;
    case 'chance':
      return createRandom(seedOf(when.seed, fault.rule.name, place, ofPath))() < when.probability;
  }
}

const FIRST: FaultTime = { kind: 'first', count: 1 };

function expectedTimes(when: FaultTime = FIRST): number {
  switch (when.kind) {
    case 'first':
    case 'first_of_each_path':
      return when.count;
    case 'nth':
      return when.numbers.length;
    case 'always':
    case 'chance':
      return 1;
  }
}
