import type { ColumnArrangement, LastArrangement } from '../core/column-arrangement.ts';
import { DELIMITERS } from '../core/csv/dialect.ts';
import { ENCODINGS } from '../core/csv/encoding.ts';
import type { ImportOptions } from '../core/csv/import.ts';
import { type Field, isField } from '../core/fields.ts';
import type { ColumnRole, Mapping } from '../core/mapping.ts';
import type { RecordedOperation } from '../core/operation.ts';
import type { LastTime, RememberedMapping } from '../core/remembered-mapping.ts';
import { LIMITS, MOST_ROW_IDS } from '../core/sheet.ts';
import { LOOK_ALIKES } from '../core/tokens.ts';
import { z } from '../core/zod.ts';

/** Shapes of core's sheet types on the way between window and host. */

const row = z.int().min(0).max(MOST_ROW_IDS);
const column = z.int().min(0).max(LIMITS.columns);
const field = z.custom<Field>((value) => typeof value === 'string' && isField(value), {
  error: 'is not a field',
});
const blankRule = z.enum(['keep', 'clear']);

const columnRole: z.ZodType<ColumnRole> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), by: z.enum(['id', 'email']) }),
  z.strictObject({ kind: z.literal('write'), field }),
  z.strictObject({ kind: z.literal('check'), field }),
  z.strictObject({ kind: z.literal('reference'), field: z.exactOptional(field) }),
]);

const blanks = z.strictObject({
  billing_address: z.exactOptional(blankRule),
  shipping_address: z.exactOptional(blankRule),
});

export const mappingSchema: z.ZodType<Mapping> = z.strictObject({
  roles: z.array(columnRole).max(LIMITS.columns),
  blanks,
  lookAlikes: z.partialRecord(z.enum(LOOK_ALIKES), z.enum(['text', 'clear', 'keep'])) as z.ZodType<
    Mapping['lookAlikes']
  >,
  constants: z.array(z.strictObject({ field, text: z.string().max(32_767) })).max(LIMITS.columns),
  copyBillingToShipping: z.boolean(),
});

/** A column's name: as long as a cell may be, since it is one, and never empty. */
const headerName = z.string().min(1).max(40_000);
export const headerNamesSchema = z.array(headerName).min(1).max(LIMITS.columns);

const rememberedMapping = z.strictObject({
  columns: z
    .array(z.strictObject({ name: headerName, role: columnRole }))
    .min(1)
    .max(LIMITS.columns),
  answers: z.strictObject({
    blanks,
    copyBillingToShipping: z.boolean(),
    constants: z.array(field).max(LIMITS.columns),
  }),
});
export const rememberedMappingSchema: z.ZodType<RememberedMapping> = rememberedMapping;
export const lastTimeSchema: z.ZodType<LastTime> = rememberedMapping.extend({ savedAt: z.string() });

const width = z.int().min(1).max(10_000);

export const columnArrangementSchema: z.ZodType<ColumnArrangement> = z.strictObject({
  order: z.exactOptional(z.array(headerName).max(LIMITS.columns)),
  columns: z
    .array(
      z.strictObject({
        name: headerName,
        width: z.exactOptional(width),
        isHidden: z.exactOptional(z.boolean()),
        isFrozen: z.exactOptional(z.boolean()),
      }),
    )
    .max(LIMITS.columns),
  lineWidth: z.exactOptional(width),
  stateWidth: z.exactOptional(width),
});
export const lastArrangementSchema: z.ZodType<LastArrangement> = z.strictObject({
  arrangement: columnArrangementSchema,
  isOfSession: z.boolean(),
});

export const importOptionsSchema: z.ZodType<ImportOptions> = z.strictObject({
  encoding: z.exactOptional(z.enum(ENCODINGS)),
  delimiter: z.exactOptional(z.enum(DELIMITERS)),
  headerLine: z.exactOptional(z.int().min(1)),
  excelText: z.exactOptional(z.enum(['unwrap', 'keep'])),
});

const rows = z.array(row).min(1).max(LIMITS.rows);

const step = z.exactOptional(z.enum(['more', 'undone', 'redone']));

export const operationSchema: z.ZodType<RecordedOperation> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set_cells'),
    changes: z.array(z.strictObject({ row, column, before: z.string(), after: z.string() })).min(1),
    step,
  }),
  z.strictObject({ kind: z.literal('exclude_rows'), rows, step }),
  z.strictObject({ kind: z.literal('include_rows'), rows, step }),
  z.strictObject({ kind: z.literal('add_rows'), count: z.int().min(1).max(LIMITS.rows), step }),
  z.strictObject({ kind: z.literal('remove_rows'), rows, step }),
  z.strictObject({ kind: z.literal('restore_rows'), rows, step }),
]);
