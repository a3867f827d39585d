import type { JsonObject, JsonValue } from './json.ts';
import { z } from './zod.ts';

/** Where Atlas itself is; source: its documentation. */
export const PRODUCTION_BASE_URL = 'https://api.atlas.co/functions/v1';

/**
 * The Atlas customers API on the wire: the documented shapes, loosened where the service was seen to
 * answer otherwise (null for a cleared field, unknown keys). Keys the program does not know are kept.
 */
export type Customer = JsonObject & {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly description?: string | null;
  readonly billing_address?: JsonObject | null;
  readonly shipping_address?: JsonObject | null;
  readonly default_payment_method?: string | null;
  readonly tax_exempt?: boolean | null;
  readonly tax_ids?: JsonValue;
  readonly metadata?: JsonObject | null;
  /** Unix seconds. */
  readonly created?: number;
};

export interface CustomerPage {
  readonly data: readonly Customer[];
  /** Customers in all, of which a page shows at most 1,000. */
  readonly total_count: number;
}

/** Atlas' own words for a refusal. */
export interface AtlasError {
  readonly code: string;
  readonly message: string;
  readonly param?: string | undefined;
  readonly request_id?: string | undefined;
}

const text = z.string().nullish();
const address = z.looseObject({}).nullish();

/**
 * Schemas check; what they return is thrown away and the parsed JSON itself is kept, because rebuilding an
 * object would lose a metadata key called `__proto__`.
 */
const customerSchema = z.looseObject({
  id: z.string().min(1),
  object: z.literal('customer').optional(),
  email: text,
  name: text,
  phone: text,
  description: text,
  billing_address: address,
  shipping_address: address,
  default_payment_method: text,
  tax_exempt: z.boolean().nullish(),
  metadata: z.looseObject({}).nullish(),
  created: z.number().optional(),
});

const pageSchema = z.looseObject({
  object: z.literal('list').optional(),
  data: z.array(customerSchema),
  total_count: z.int().min(0),
});

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.string(),
    message: z.string(),
    param: z.string().nullish(),
    request_id: z.string().nullish(),
  }),
});

export const isCustomer = (value: JsonValue): value is Customer => customerSchema.safeParse(value).success;

/** The page in a listing's answer; `undefined` where the answer has another shape. */
export const asCustomerPage = (value: JsonValue): CustomerPage | undefined =>
  pageSchema.safeParse(value).success ? (value as unknown as CustomerPage) : undefined;

/** The error in an answer of the documented shape; `undefined` where it has another. */
export function asAtlasError(value: JsonValue): AtlasError | undefined {
  const parsed = errorSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { code, message, param, request_id } = parsed.data.error;
  return { code, message, param: param ?? undefined, request_id: request_id ?? undefined };
}
