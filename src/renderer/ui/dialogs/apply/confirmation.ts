import type { PlanSummary } from '../../../../contract/plan-schemas.ts';

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

/** Each kind of warning acknowledged, a reason given, and the number of customers typed. */
export const isConfirmed = ({ acknowledged, typed, reason }: Confirmation, customers: number): boolean =>
  acknowledged.every(Boolean) && reason.trim() !== '' && isTypedNumber(typed, customers);
