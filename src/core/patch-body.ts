import type { JsonObject } from './json.ts';
import { z } from './zod.ts';

/** The body of `PATCH /customers/{customer_id}`: only what is asked for, replaced objects whole. */
export interface PatchBody {
  readonly email?: string;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly description?: string | null;
  readonly billing_address?: JsonObject | null;
  readonly shipping_address?: JsonObject | null;
  readonly default_payment_method?: string;
  readonly tax_exempt?: boolean;
  readonly metadata?: JsonObject;
}

/** What an e-mail can't be: no or two @, nothing beside it, spaces, control or invisible characters. Anything else is left to its owner. */
const EMAIL = /^[^@\s\p{Cc}\p{Cf}\p{Zs}]+@[^@\s\p{Cc}\p{Cf}\p{Zs}]+$/u;

/** Issues carry the code of the finding they become. */
const well = z.check(({ value, issues }) => {
  const issue = typeof value === 'string' ? textIssue(value) : undefined;
  if (issue !== undefined) issues.push({ code: 'custom', message: issue, input: value });
});
const text = z.string().check(well);
/** Whatever else JSON holds may be there; `z.json()` would walk it all, and takes as long as the rest together. */
const metadataValue = z.unknown().check(well);

const address = z
  .looseObject({
    line1: text.nullish(),
    line2: text.nullish(),
    city: text.nullish(),
    state: text.nullish(),
    postal_code: text.nullish(),
    country: text.nullish(),
  })
  .nullable();

/**
 * The truth about a body: Atlas itself stores "not an email", and answers 500 for a null e-mail, a text for a
 * boolean or an address, and for NUL. `id`, `object`, `created` and `tax_ids` are the answer's only.
 */
const patchBodySchema = z
  .strictObject({
    email: text.regex(EMAIL, { error: 'not_an_email' satisfies BodyIssue }),
    name: text.nullable(),
    phone: text.nullable(),
    description: text.nullable(),
    billing_address: address,
    shipping_address: address,
    default_payment_method: text.min(1),
    tax_exempt: z.boolean(),
    metadata: z.record(text, metadataValue),
  })
  .partial();

function textIssue(value: string): BodyIssue | undefined {
  if (value.includes('\u0000')) return 'nul_in_text';
  return value.isWellFormed() ? undefined : 'broken_character';
}

export type BodyIssue = 'nul_in_text' | 'broken_character' | 'not_an_email';
const BODY_ISSUES: ReadonlySet<string> = new Set<BodyIssue>([
  'nul_in_text',
  'broken_character',
  'not_an_email',
]);
export const isBodyIssue = (message: string): message is BodyIssue => BODY_ISSUES.has(message);

export interface BodyProblem {
  readonly path: readonly string[];
  /** A finding's code, or zod's own sentence where the rule has none. */
  readonly message: string;
}

/** Checks a body, or the part of one that a row asks for. An empty list: it may be sent. */
export function checkPatchBody(body: PatchBody): readonly BodyProblem[] {
  const parsed = patchBodySchema.safeParse(body);
  if (parsed.success) return NO_PROBLEMS;
  return parsed.error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message }));
}

const NO_PROBLEMS: readonly BodyProblem[] = [];
