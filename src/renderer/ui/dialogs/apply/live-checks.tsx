import { type ReactElement, useId } from 'react';
import type { PlanSummary } from '../../../../contract/plan-schemas.ts';
import { MOST_REASON_CHARACTERS } from '../../../../contract/run-schemas.ts';
import { APPLY } from '../../words/apply.ts';
import { type Confirmation, isTypedNumber } from './confirmation.ts';

interface LiveChecksProps {
  readonly plan: PlanSummary;
  readonly customers: number;
  readonly confirmation: Confirmation;
  readonly onChange: (confirmation: Confirmation) => void;
}

/** What LIVE asks for: warnings acknowledged one by one, a reason, and the number of customers typed. */
export function LiveChecks({ plan, customers, confirmation, onChange }: LiveChecksProps): ReactElement {
  const inputId = useId();
  const reasonId = useId();
  const { acknowledged, typed, reason } = confirmation;
  const isWrong = typed !== '' && !isTypedNumber(typed, customers);
  return (
    <>
      {plan.warnings.length > 0 && (
        <fieldset className="warnings">
          <legend>{APPLY.warnings}</legend>
          {plan.warnings.map(({ message, rows }, index) => (
            <label key={message} className="check-line">
              <input
                type="checkbox"
                checked={acknowledged[index] ?? false}
                onChange={({ target }) =>
                  onChange({
                    ...confirmation,
                    acknowledged: acknowledged.map((old, at) => (at === index ? target.checked : old)),
                  })
                }
              />
              <span>
                {message} <span className="quiet">{APPLY.acknowledge(rows)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="apply-reason" htmlFor={reasonId}>
        <span>{APPLY.reason}</span>
        <input
          id={reasonId}
          className="input"
          name="reason"
          autoComplete="off"
          required
          maxLength={MOST_REASON_CHARACTERS}
          placeholder={APPLY.reasonExample}
          value={reason}
          onChange={({ target }) => onChange({ ...confirmation, reason: target.value })}
        />
      </label>
      <label className="type-number" htmlFor={inputId}>
        <span>{APPLY.type(customers)}</span>
        <input
          id={inputId}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange({ ...confirmation, typed: target.value })}
        />
        {isWrong && <span className="inline-problem inline-error">{APPLY.typeMissing}</span>}
      </label>
    </>
  );
}
