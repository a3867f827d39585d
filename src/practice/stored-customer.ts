import type { Customer } from '../core/atlas.ts';

/** A customer as the service always has it: with its kind and the time it was created, in Unix seconds. */
export type StoredCustomer = Customer & { readonly object: 'customer'; readonly created: number };
