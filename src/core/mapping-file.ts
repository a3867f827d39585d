import { ADDRESS_NAMES, isField } from './fields.ts';
import { type BlankRule, type ColumnRole, type Constant, type Mapping, mappingOf } from './mapping.ts';
import { err, ok, type Result } from './result.ts';
import type { Column } from './sheet.ts';
import { LOOK_ALIKES } from './tokens.ts';
import { z } from './zod.ts';

const rule = z.enum(['keep', 'clear']);

/**
 * A mapping written down by headers, so that it can be kept beside a sheet: roles as `key:id`, `key:email`,
 * `write:<field>`, `check:<field>`, `reference`. Columns not named are reference.
 */
const mappingFileSchema = z.strictObject({
  columns: z.record(z.string(), z.string()),
  blanks: z.partialRecord(z.enum(ADDRESS_NAMES), rule).optional(),
  lookAlikes: z.partialRecord(z.enum(LOOK_ALIKES), z.enum(['text', 'clear', 'keep'])).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  copyBillingToShipping: z.boolean().optional(),
});

/**
 * Reads a mapping file for a sheet's columns.
 *
 * @returns every problem with it, in words: a role that is none, a header that the sheet does not have
 */
export function readMappingFile(
  text: string,
  columns: readonly Column[],
): Result<Mapping, readonly string[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err([`The mapping is not valid JSON: ${(error as Error).message}`]);
  }
  const parsed = mappingFileSchema.safeParse(json);
  if (!parsed.success) {
    return err(
      parsed.error.issues.map((issue) => `${issue.path.join('.') || 'The mapping'}: ${issue.message}`),
    );
  }
  const problems: string[] = [];
  const roles: ColumnRole[] = columns.map(() => ({ kind: 'reference' }));
  // Of the JSON itself: what zod rebuilds has lost a header called `__proto__`.
  const { columns: writtenRoles } = json as { readonly columns: Readonly<Record<string, unknown>> };
  for (const [header, written] of Object.entries(writtenRoles)) {
    const role = typeof written === 'string' ? parseRole(written) : undefined;
    const column = columns.find(({ name }) => name === header);
    if (!role)
      problems.push(
        `“${header}”: “${String(written)}” is not a role (key:id, key:email, write:<field>, check:<field>, reference).`,
      );
    else if (!column) problems.push(`The sheet has no column “${header}”.`);
    else roles[column.index] = role;
  }
  const constants: Constant[] = [];
  for (const [field, constant] of Object.entries(parsed.data.constants ?? {})) {
    if (isField(field)) constants.push({ field, text: constant });
    else problems.push(`“${field}” is not a field that can be written.`);
  }
  if (problems.length > 0) return err(problems);
  const { blanks, lookAlikes, copyBillingToShipping = false } = parsed.data;
  return ok({
    ...mappingOf(roles),
    blanks: withoutUndefined(blanks ?? {}),
    lookAlikes: withoutUndefined(lookAlikes ?? {}),
    constants,
    copyBillingToShipping,
  });
}

/** Reads a role as a mapping file or a command line writes it. */
export function parseRole(text: string): ColumnRole | undefined {
  if (text === 'reference') return { kind: 'reference' };
  if (text === 'key:id' || text === 'key:email')
    return { kind: 'key', by: text === 'key:id' ? 'id' : 'email' };
  const [kind, field] = splitOnce(text, ':');
  if (!isField(field)) return undefined;
  if (kind === 'write') return { kind: 'write', field };
  return kind === 'check' ? { kind: 'check', field } : undefined;
}

export const isBlankRule = (text: string): text is BlankRule => text === 'keep' || text === 'clear';

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
