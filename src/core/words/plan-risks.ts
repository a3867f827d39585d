import { fieldTotals } from '../field-totals.ts';
import { ADDRESS_NAMES, type AddressName, type Field } from '../fields.ts';
import type { PlannedUpdate } from '../plan.ts';
import { type CountryMove, planRisks } from '../plan-risks.ts';
import { fieldLabel } from './fields.ts';
import { PRINTED } from './printed-report.ts';

/** Changes of these are told one by one: they decide where invoices go and what is charged. */
const SENSITIVE: readonly Field[] = ['email', 'default_payment_method', 'tax_exempt'];

/** What of a plan deserves a second look, a sentence each. */
export function planRisksText(updates: readonly PlannedUpdate[]): readonly string[] {
  const totals = fieldTotals(updates);
  const { countryMoves, notUndoable } = planRisks(updates);
  const clears = totals.reduce((sum, total) => sum + total.clears, 0);
  return [
    ...(clears === 0 ? [] : [PRINTED.clears(clears)]),
    ...ADDRESS_NAMES.flatMap((address) => countryMovesText(address, countryMoves)),
    ...SENSITIVE.flatMap((field) => {
      const changes = totals.find((total) => total.field === field)?.changes ?? 0;
      return changes === 0 ? [] : [PRINTED.sensitive(fieldLabel(field), changes)];
    }),
    ...notUndoable.map(({ field, why, changes }) =>
      why === 'not_sendable'
        ? PRINTED.notSendable(fieldLabel(field), changes)
        : PRINTED.beforeUnknown(fieldLabel(field), changes),
    ),
  ];
}

function countryMovesText(address: AddressName, all: readonly CountryMove[]): readonly string[] {
  const moves = all.filter((move) => move.address === address);
  if (moves.length === 0) return [];
  const customers = moves.reduce((sum, move) => sum + move.customers, 0);
  const each = moves.map((move) => PRINTED.countryMove(move.from, move.to, move.customers));
  return [PRINTED.countryMoves(fieldLabel(address), customers, each)];
}
