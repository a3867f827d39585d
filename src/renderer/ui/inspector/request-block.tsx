import type { ReactElement } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import { curlCommand } from '../../../core/request-text.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { CopyButton } from './copy-button.tsx';

interface RequestBlockProps {
  readonly row: RowId;
  readonly request: NonNullable<PlanRowView['request']>;
  /** Of the connection of the plan. */
  readonly baseUrl: string;
}

/** The request exactly as it is or was sent, and the same as a command for whoever wants to try it by hand. */
export function RequestBlock({ row, request, baseUrl }: RequestBlockProps): ReactElement {
  return (
    <section className="inspector-section">
      <div className="section-head">
        <h3>{INSPECTOR.request}</h3>
        <CopyButton row={row} what="request" label={INSPECTOR.copyRequest} />
      </div>
      <div className="request">
        <p className="request-line">
          <b>{request.method}</b> {request.path}
        </p>
        <pre tabIndex={0}>{JSON.stringify(request.body, null, 2)}</pre>
      </div>
      <details className="request-curl">
        <summary>{INSPECTOR.curl}</summary>
        <div className="section-head">
          <p className="quiet">{INSPECTOR.curlAbout}</p>
          <CopyButton row={row} what="curl" label={INSPECTOR.copyCurl} />
        </div>
        <div className="request">
          <pre tabIndex={0} data-curl>
            {curlCommand(request, baseUrl)}
          </pre>
        </div>
      </details>
    </section>
  );
}
