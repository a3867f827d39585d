import type { Customer } from './atlas.ts';

/** Objects that Atlas replaces whole when they are written. */
export const REPLACED_OBJECTS = ['billing_address', 'shipping_address', 'metadata'] as const;
export type ReplacedObject = (typeof REPLACED_OBJECTS)[number];

/** A customer as read at a time. */
export interface Snapshot {
  readonly customer: Customer;
  /** Replaced objects with a number that would not survive being written back. */
  readonly lossyObjects: readonly ReplacedObject[];
  /** Epoch milliseconds at which the request that read it left. */
  readonly readAt: number;
  /** Where a listing showed it, 0-based from the newest; missing where it was read by id or found by e-mail. */
  readonly position?: number;
}

/** Makes a snapshot of a customer; paths are those of `parseJson`, relative to the customer. */
export function snapshotOf(
  customer: Customer,
  lossyPaths: readonly (readonly string[])[],
  readAt: number,
): Snapshot {
  const lossyObjects = REPLACED_OBJECTS.filter((name) => lossyPaths.some((path) => path[0] === name));
  return { customer, lossyObjects, readAt };
}
