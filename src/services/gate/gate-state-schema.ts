import { z } from '../../core/zod.ts';
import type { GateState } from './gate-state.ts';

const number = z.number();
const tally = z.array(z.strictObject({ at: number, count: number }));
const held = { at: number, by: z.string() };

/** What a shared gate's file must hold to be believed. */
export const gateStateSchema: z.ZodType<GateState> = z.strictObject({
  limit: number.positive().nullable(),
  perWindow: number.positive(),
  tokens: number,
  refilledAt: number,
  closedUntil: number,
  closings: number,
  unsaidWaits: number,
  probe: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('due') }),
    z.strictObject({ kind: z.literal('handed_out'), ...held }),
    z.strictObject({ kind: z.literal('sent'), ...held }),
  ]),
  traffic: z.strictObject({
    taken: number,
    own: tally,
    others: tally,
    level: number.nullable(),
    seenAt: number,
    sliding: number,
    slidBefore: tally,
    remaining: number,
    bucket: z.strictObject({
      until: number,
      others: number,
      anchor: z.strictObject({ at: number, used: number, taken: number }).nullable(),
      period: z.strictObject({ from: number, most: number }),
      jumpedAt: number,
    }),
    reset: z.strictObject({ at: number, since: number, movedAt: number }),
    budget: z.strictObject({ perWindow: number, until: number }).nullable(),
  }),
});
