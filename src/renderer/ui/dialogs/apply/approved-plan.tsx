import { type ReactElement, useId } from 'react';
import { compareApproval } from '../../../../core/approved-plan.ts';
import { APPROVAL } from '../../words/approval.ts';

interface ApprovedPlanProps {
  readonly hash: string;
  readonly copied: string;
  readonly onChange: (copied: string) => void;
}

/** Whether what was copied off paper can name a plan at all; whether it names this one the host says. */
export const isApprovalReadable = (hash: string, copied: string): boolean =>
  copied.trim() === '' || compareApproval(hash, copied) !== 'unreadable';

/** For whoever applies what somebody else has signed. */
export function ApprovedPlan({ hash, copied, onChange }: ApprovedPlanProps): ReactElement {
  const inputId = useId();
  const hintId = useId();
  const isWrong = !isApprovalReadable(hash, copied);
  return (
    <details className="approved-plan">
      <summary>{APPROVAL.title}</summary>
      <label htmlFor={inputId}>{APPROVAL.label}</label>
      <input
        id={inputId}
        className="input"
        name="approved"
        autoComplete="off"
        spellCheck={false}
        value={copied}
        aria-invalid={isWrong}
        aria-describedby={hintId}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={hintId} className={isWrong ? 'inline-problem inline-error' : 'quiet'}>
        {isWrong ? APPROVAL.unreadable : APPROVAL.hint}
      </p>
    </details>
  );
}
