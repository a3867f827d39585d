import type { RequestRecord } from '../../../src/practice/server.ts';
import { customerIdOf, type Difference, type Evidence, isWrite } from './evidence.ts';

/** A write of which nobody knows what became of it may still land: no other one is sent until it had time to. */
export function sentTooSoon({ requests, settleMs }: Evidence): readonly Difference[] {
  const writesById = Map.groupBy(requests.filter(isWrite), customerIdOf);
  return [...writesById.values()].flatMap((writes) =>
    writes.slice(1).flatMap(({ sequence, arrivedAt }, index) => {
      const before = writes[index];
      if (!before || isWithoutEffect(before)) return [];
      const afterMs = arrivedAt - before.arrivedAt;
      return afterMs >= settleMs
        ? []
        : [`Request ${sequence} came ${afterMs} ms after ${before.sequence}, which could still land.`];
    }),
  );
}

const isWithoutEffect = ({ status }: RequestRecord): boolean => status === 429;
