import type { PlanSummary } from '../../../../contract/plan-schemas.ts';
import { APPLY } from '../../words/apply.ts';

/** What a person has confirmed of a LIVE plan so far. */
export interface Confirmation {
  readonly acknowledged: readonly boolean[];
  readonly typed: string;
  /** A ticket, or why it is done. */
  readonly reason: string;
}

export const confirmationOf = ({ warnings }: Pick<PlanSummary, 'warnings'>): Confirmation => ({
  acknowledged: warnings.map(() => false),
  typed: '',
  reason: '',
});

/** `1,350`, `1350` and ` 1 350 ` are the same number. */
export const isTypedNumber = (typed: string, customers: number): boolean => {
  const digits = typed.replace(/[\s,.’']/g, '');
  return /^\d+$/.test(digits) && Number(digits) === customers;
};

/** What is still to be done, in words: each warning acknowledged, a reason given, the number of customers typed. */
export function missingOf({ acknowledged, typed, reason }: Confirmation, customers: number): string[] {
  const warnings = acknowledged.filter((isSeen) => !isSeen).length;
  return [
    ...(warnings > 0 ? [APPLY.todo.warnings(warnings)] : []),
    ...(reason.trim() === '' ? [APPLY.todo.reason] : []),
    ...(isTypedNumber(typed, customers) ? [] : [APPLY.todo.number(customers)]),
  ];
}
