import type { Customer } from '../../src/core/atlas.ts';
import type { Field } from '../../src/core/fields.ts';
import type { JsonValue } from '../../src/core/json.ts';
import type { Resolution } from '../../src/core/plan-rows.ts';
import type { WrittenCustomer, WrittenField } from '../../src/core/undo-written.ts';
import { ID, snapshot } from './making.ts';

/** A field as a run wrote it, seen to have been. */
export const wrote = (field: Field, before: JsonValue, after: JsonValue): WrittenField => ({
  change: { field, before, after },
  isSeen: true,
  edit: { kind: 'restore', value: before },
});

export const unseen = (written: WrittenField): WrittenField => ({ ...written, isSeen: false });

export const customerWith = (...fields: readonly WrittenField[]): WrittenCustomer => ({
  customerId: ID,
  line: 7,
  fields,
});

export const found = (customer: Customer): Resolution => ({ kind: 'found', snapshot: snapshot(customer) });
