import type { FigureSubject } from '../core/blast-radius/figure.ts';
import { ADDRESS_NAMES } from '../core/fields.ts';
import { z } from '../core/zod.ts';
import { fieldSchema as field } from './field-schema.ts';

const address = z.enum(ADDRESS_NAMES);
const count = z.int().min(1);

const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field }),
  z.strictObject({ kind: z.literal('field_cleared'), field }),
  z.strictObject({ kind: z.literal('cleared') }),
  z.strictObject({ kind: z.literal('country'), address }),
  z.strictObject({ kind: z.literal('country_move'), address, from: z.string(), to: z.string() }),
  z.strictObject({
    kind: z.literal('not_undoable'),
    field,
    why: z.enum(['before_unknown', 'not_sendable']),
  }),
  z.strictObject({ kind: z.literal('same_value'), field, value: z.string() }),
  z.strictObject({ kind: z.literal('warned') }),
  z.strictObject({ kind: z.literal('warning'), code: z.string(), message: z.string() }),
]) satisfies z.ZodType<FigureSubject>;

/** So many rows of a plan; which they are is asked for by the figure's id. */
export const figureSchema = z.strictObject({ id: z.string(), subject: subjectSchema, rows: count });
export type FigureView = z.infer<typeof figureSchema>;

export const surpriseSchema = z.strictObject({
  kind: z.enum(['same_value', 'in_nearly_all', 'mostly_cleared']),
  field,
  value: z.string(),
  customers: count,
  of: count,
  figure: z.string(),
});
