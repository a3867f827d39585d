import { type Field, isField } from '../core/fields.ts';
import { z } from '../core/zod.ts';

export const fieldSchema = z.custom<Field>((value) => typeof value === 'string' && isField(value), {
  error: 'is not a field',
});
