import type { BlockReason } from '../../core/block-reason.ts';
import type { PlanAction, PlanWarning, UnreadReason } from '../../core/plan.ts';
import { z } from '../../core/zod.ts';
import {
  body,
  byTag,
  change,
  connectionInfo,
  customer,
  field,
  json,
  oneOf,
  row,
  time,
} from './schema-parts.ts';

const edit = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('set'), value: z.union([z.string(), z.boolean()]) }),
  z.looseObject({ kind: z.literal('clear') }),
  z.looseObject({ kind: z.literal('restore'), value: json }),
]);

const snapshot = z.looseObject({
  customer,
  lossyObjects: z.array(
    oneOf<'billing_address' | 'shipping_address' | 'metadata'>({
      billing_address: true,
      shipping_address: true,
      metadata: true,
    }),
  ),
  readAt: z.number(),
});

const ACTIONS: { readonly [action in PlanAction]: z.ZodType } = {
  update: z.looseObject({
    customerId: z.string().min(1),
    edits: z.array(z.looseObject({ field, edit })),
    changes: z.array(change),
    body,
    snapshot: snapshot.nullable(),
    warnings: z.array(
      z.looseObject({
        code: oneOf<PlanWarning['code']>({
          old_parts_kept: true,
          postal_code_kept: true,
          leading_zero_lost: true,
          email_not_checked: true,
          not_undone: true,
        }),
      }),
    ),
    after: z.exactOptional(row),
  }),
  invalid: z.looseObject({ messages: z.array(z.string()) }),
  excluded: z.looseObject({
    sameAsLine: z.exactOptional(z.int().min(1)),
    outOf: z.exactOptional(z.literal('plan')),
  }),
  unchanged: z.looseObject({ customerId: z.string().min(1) }),
  not_found: z.looseObject({
    key: z.looseObject({ by: oneOf<'id' | 'email'>({ id: true, email: true }), text: z.string() }),
  }),
  blocked: z.looseObject({
    customerId: z.exactOptional(z.string()),
    reason: z.looseObject({
      code: oneOf<BlockReason['code']>({
        same_customer: true,
        check_failed: true,
        nested_metadata: true,
        other_type: true,
        email_taken: true,
        email_wanted_twice: true,
        email_swap: true,
        email_not_freed: true,
        number_would_change: true,
        unexpected_value: true,
        body_refused: true,
        address_incomplete: true,
        metadata_unreadable: true,
        email_key_unreadable: true,
        check_unreadable: true,
        cant_undo: true,
        undo_unreadable: true,
      }),
    }),
  }),
  unread: z.looseObject({
    reason: oneOf<UnreadReason>({
      cancelled: true,
      refused: true,
      server_error: true,
      no_connection: true,
      unreadable_answer: true,
    }),
  }),
};

const place = { row, line: z.int().min(1) };

/** A plan as it is kept. Reasons inside a blocked row are only read by people, so their codes are checked alone. */
export const planSchema = z.looseObject({
  version: z.literal(1),
  id: z.string(),
  hash: z.string(),
  createdAt: time,
  connection: connectionInfo,
  fileName: z.string(),
  undoes: z.exactOptional(z.string().min(1)),
  source: z.exactOptional(z.looseObject({ sessionId: z.uuid(), revision: z.int().min(0) })),
  options: z.looseObject({ copyBillingToShipping: z.boolean() }),
  rows: z.array(byTag('action', ACTIONS, place)),
});
