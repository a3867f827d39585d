import { type RecordedOperation, sizeOf } from '../core/operation.ts';

/** Cells and rows that go over to the window together: some 10 ms of its time, as when they were recorded. */
const MOST_AT_ONCE = 5_000;

/** Operations from one on, so many as go over together; one at least, or nobody would ever come to the next. */
export function operationsFrom(operations: readonly RecordedOperation[], from: number): RecordedOperation[] {
  const some: RecordedOperation[] = [];
  let size = 0;
  for (let at = from; at < operations.length; at++) {
    const next = operations[at] as RecordedOperation;
    size += sizeOf(next);
    if (size > MOST_AT_ONCE && some.length > 0) break;
    some.push(next);
  }
  return some;
}
