import type { ReactElement } from 'react';
import type { PlanSummary } from '../../contract/plan-schemas.ts';
import { number } from '../../core/words/text.ts';
import { fieldTitle } from './words/app.ts';
import { APPLY } from './words/apply.ts';

/** How many customers get a new value of each field. */
export function PlanTotals({ plan }: { readonly plan: PlanSummary }): ReactElement {
  return (
    <table className="totals">
      <caption>{APPLY.changes}</caption>
      <tbody>
        {plan.fields.map(({ field, changes, clears }) => (
          <tr key={field}>
            <th scope="row">{fieldTitle(field)}</th>
            <td className="totals-clears">{clears > 0 && APPLY.clears(clears)}</td>
            <td>{number(changes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
