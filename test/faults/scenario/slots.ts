import type { FaultEffect, FaultRule, RequestMatch, ScriptedWrite } from '../../../src/practice/server.ts';

/** One request of the run, before it is known when it will come. */
export interface Slot {
  readonly method: 'GET' | 'PATCH';
  /** `list`: a page of the listing. */
  readonly customerId: string;
  /** Counted from 1. */
  readonly number: number;
}

interface Planned {
  readonly slot: Slot;
  readonly names: string[];
  effect?: FaultEffect;
  otherWriter?: ScriptedWrite;
}

/** What happens to which request; only to such as have to come. Each has one rule, so that none keeps another from being met. */
export class Slots {
  readonly #planned = new Map<string, Planned>();

  fault(slot: Slot, name: string, effect: FaultEffect): void {
    this.#at(slot, name).effect = effect;
  }

  /** False where another writer is at that request already. */
  otherWriter(slot: Slot, name: string, write: ScriptedWrite): boolean {
    if (this.#planned.get(keyOf(slot))?.otherWriter) return false;
    this.#at(slot, name).otherWriter = write;
    return true;
  }

  get rules(): readonly FaultRule[] {
    return [...this.#planned.values()].map(({ slot, names, effect, otherWriter }) => ({
      name: nameOf(slot, names),
      match: matchOf(slot),
      when: { kind: 'nth', numbers: [slot.number] },
      ...(effect && { effect }),
      ...(otherWriter && { otherWriter }),
    }));
  }

  /** What was scripted, by the names of the rules. */
  get kinds(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.#planned.values()].map(({ slot, names }) => [nameOf(slot, names), names]));
  }

  #at(slot: Slot, name: string): Planned {
    const planned = this.#planned.get(keyOf(slot)) ?? { slot, names: [] };
    planned.names.push(name);
    this.#planned.set(keyOf(slot), planned);
    return planned;
  }
}

const keyOf = ({ method, customerId, number }: Slot): string => `${method} ${number} of ${customerId}`;
const nameOf = (slot: Slot, names: readonly string[]): string => `${keyOf(slot)}: ${names.join(', ')}`;

const matchOf = ({ method, customerId }: Slot): RequestMatch =>
  customerId === 'list' ? { method, resource: 'list' } : { method, customerId };
