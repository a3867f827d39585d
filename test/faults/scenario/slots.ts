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
  isCertain: boolean;
}

/** What happens to which request. Each has one rule, so that none is kept from being met by another. */
export class Slots {
  readonly #planned = new Map<string, Planned>();

  /** @param isCertain the request has to come: a rule that was not met tested nothing */
  fault(slot: Slot, name: string, effect: FaultEffect, isCertain: boolean): void {
    const planned = this.#at(slot, name, isCertain);
    planned.effect = effect;
  }

  /** False where another writer is at that request already. */
  otherWriter(slot: Slot, name: string, write: ScriptedWrite, isCertain: boolean): boolean {
    if (this.#planned.get(keyOf(slot))?.otherWriter) return false;
    this.#at(slot, name, isCertain).otherWriter = write;
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

  /** Names of the rules that have to be met. */
  get certain(): ReadonlySet<string> {
    const planned = [...this.#planned.values()].filter(({ isCertain }) => isCertain);
    return new Set(planned.map(({ slot, names }) => nameOf(slot, names)));
  }

  #at(slot: Slot, name: string, isCertain: boolean): Planned {
    const planned = this.#planned.get(keyOf(slot)) ?? { slot, names: [], isCertain };
    planned.names.push(name);
    planned.isCertain ||= isCertain;
    this.#planned.set(keyOf(slot), planned);
    return planned;
  }
}

const keyOf = ({ method, customerId, number }: Slot): string => `${method} ${number} of ${customerId}`;
const nameOf = (slot: Slot, names: readonly string[]): string => `${keyOf(slot)}: ${names.join(', ')}`;

const matchOf = ({ method, customerId }: Slot): RequestMatch =>
  customerId === 'list' ? { method, resource: 'list' } : { method, customerId };
