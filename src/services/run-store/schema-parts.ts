import { type Customer, isCustomer } from '../../core/atlas.ts';
import type { Change } from '../../core/change.ts';
import { type Field, isField } from '../../core/fields.ts';
import type { JsonValue } from '../../core/json.ts';
import type { ConnectionInfo, PlanAction } from '../../core/plan.ts';
import type { OutcomeState } from '../../core/row-state.ts';
import { z } from '../../core/zod.ts';

/**
 * Schemas of what a run keeps on the disk. They check; the parsed JSON itself is kept, because rebuilding an object
 * would lose a metadata key called `__proto__`. Keys they do not know are let through, values they do not know
 * never are.
 */

/** A union of texts. A member added to the type and forgotten here does not compile. */
export const oneOf = <T extends string>(members: { readonly [member in T]: true }): z.ZodType<T> =>
  z.enum(Object.keys(members)) as unknown as z.ZodType<T>;

export const row = z.int().min(0);
export const time = z.iso.datetime();
/** Anything JSON holds; it came out of a JSON parser. */
export const json = z.custom<JsonValue>((value) => value !== undefined);
export const field = z.custom<Field>((value) => typeof value === 'string' && isField(value));
export const customer = z.custom<Customer>((value) => isCustomer(value as JsonValue));
export const body = z.looseObject({});

export const change: z.ZodType<Change> = z.looseObject({
  field,
  before: z.exactOptional(json),
  after: json,
});

export const connectionInfo: z.ZodType<ConnectionInfo> = z.looseObject({
  name: z.string(),
  baseUrl: z.url(),
  mode: oneOf<ConnectionInfo['mode']>({ TEST: true, LIVE: true }),
  keyLastFour: z.string(),
});

const rows = z.int().min(0);
/** A number for each member: one added to the type and forgotten here does not compile. */
const counts = <T extends string>(
  members: { readonly [member in T]: typeof rows },
): z.ZodType<{
  readonly [member in T]: number;
}> => z.strictObject(members) as unknown as z.ZodType<{ readonly [member in T]: number }>;

export const actionCounts = counts<PlanAction>({
  update: rows,
  unchanged: rows,
  not_found: rows,
  blocked: rows,
  unread: rows,
  invalid: rows,
  excluded: rows,
});

export const outcomeCounts = counts<OutcomeState>({
  applied: rows,
  partly_applied: rows,
  not_applied: rows,
  already_so: rows,
  conflict: rows,
  rejected: rows,
  failed: rows,
  unknown: rows,
  not_attempted: rows,
});

/** Where in a value a schema found the first thing wrong, for a message. */
export const placeOf = (error: z.core.$ZodError): string =>
  error.issues[0]?.path.map(String).join('.') || 'its beginning';

/** One of several shapes, told apart by a text in them, with what all of them have in common. */
export function byTag(
  tag: string,
  shapes: Readonly<Record<string, z.ZodType>>,
  common: Readonly<Record<string, z.ZodType>> = {},
): z.ZodType {
  return z.looseObject({ ...common, [tag]: z.string() }).check(({ value, issues }) => {
    const kind = String(value[tag]);
    const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (!shape) {
      issues.push({ code: 'custom', path: [tag], message: 'is not known', input: value });
      return;
    }
    const parsed = shape.safeParse(value);
    for (const { path, message } of parsed.error?.issues ?? [])
      issues.push({ code: 'custom', path, message, input: value });
  });
}
