import { assertNever } from './assert-never.ts';
import type { Field } from './fields.ts';
import type { PlanWarning } from './plan.ts';

/** The fields a warning of the dry run is about: where a screen marks it. */
export function warnedFields(warning: PlanWarning): readonly Field[] {
  switch (warning.code) {
    case 'email_not_checked':
      return ['email'];
    case 'not_undone':
      return warning.fields.map(({ field }) => field);
    case 'old_parts_kept':
      return warning.fields;
    case 'postal_code_kept':
    case 'leading_zero_lost':
      return [warning.field];
    default:
      return assertNever(warning, 'plan warning');
  }
}
