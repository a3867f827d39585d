import { type ReactElement, useEffect, useState } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import { Icon } from '../icon.tsx';
import { INSPECTOR } from '../words/inspector.ts';

const COPIED_SHOWN_MS = 1_500;

/** The request exactly as it is or was sent. */
export function RequestBlock({
  request,
}: {
  readonly request: NonNullable<PlanRowView['request']>;
}): ReactElement {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const body = JSON.stringify(request.body, null, 2);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${request.method} ${request.path}\n\n${body}\n`);
    setIsCopied(true);
  };
  return (
    <section className="inspector-section">
      <div className="section-head">
        <h3>{INSPECTOR.request}</h3>
        <button type="button" className="button button-ghost button-small" onClick={() => void copy()}>
          <Icon name={isCopied ? 'applied' : 'copy'} />
          <span aria-live="polite">{isCopied ? INSPECTOR.copied : INSPECTOR.copy}</span>
        </button>
      </div>
      <div className="request">
        <p className="request-line">
          <b>{request.method}</b> {request.path}
        </p>
        <pre tabIndex={0}>{body}</pre>
      </div>
    </section>
  );
}
