import type { Change } from './change.ts';
import type { Fix } from './diagnostic.ts';
import type { PlanWarning } from './plan.ts';
import { useInstead } from './words/findings/fixes.ts';

/** Whether warnings of a kind say what the cell could hold instead. */
export const bringsFix = (code: PlanWarning['code']): boolean => code === 'leading_zero_lost';

/** What the cell of a warned field could hold instead; `undefined` where only a person knows. */
export function planWarningFix(warning: PlanWarning, changes: readonly Change[]): Fix | undefined {
  if (warning.code !== 'leading_zero_lost') return undefined;
  const after = changes.find(({ field }) => field === warning.field)?.after;
  return typeof after === 'string' ? useInstead(after.padStart(warning.before.length, '0')) : undefined;
}
