import type { ReactElement } from 'react';
import type { RowId } from '../../../core/diagnostic.ts';
import { CONFLICT_TEXT } from '../../../core/words/outcomes.ts';
import { sameAsText } from '../../../core/words/plan.ts';
import { isAgain } from '../../model/rows-again.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { actions, useWorkspace } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { ReviewSummary } from '../review/review-summary.tsx';
import { StateMark } from '../state-mark.tsx';
import { AgainButton } from '../toolbar/again-button.tsx';
import { CommandButton } from '../toolbar/command-button.tsx';
import { OfferButton } from '../toolbar/offer-button.tsx';
import { goTo } from '../view-state.ts';
import { MERGE } from '../words/finding-kinds.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { AttemptList } from './attempt-list.tsx';
import { ChangeTable } from './change-table.tsx';
import { comparedValues } from './compared-values.ts';
import { FindingList } from './finding-list.tsx';
import { RequestBlock } from './request-block.tsx';
import { useRowDetail } from './use-row-detail.ts';
import { ValueComparison } from './value-comparison.tsx';

/** Everything about the selected row. */
export function Inspector({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const row = useWorkspace((state) => state.selectedRow);
  if (row === null || !sheet.hasRow(row)) {
    if (sheet.plan) return <ReviewSummary sheet={sheet} plan={sheet.plan} />;
    return (
      <div className="inspector-none">
        <Icon name="inspector" large />
        <p>{INSPECTOR.none}</p>
      </div>
    );
  }
  return <RowInspector key={row} sheet={sheet} row={row} />;
}

function RowInspector({ sheet, row }: { readonly sheet: SheetModel; readonly row: RowId }): ReactElement {
  const state = sheet.stateOf(row);
  const detail = useRowDetail(sheet, row, state);
  const findings = sheet.findings(row);
  const lock = sheet.lockOf(row);
  const same = sheet.sameAs(row);
  const message =
    detail?.state === state ? detail.message : (sheet.plan && sheet.planned(row)?.message) || '';
  const warnings = detail?.warnings ?? [];
  const isPlanned =
    sheet.plan !== null &&
    detail !== undefined &&
    state !== 'stale' &&
    state !== 'invalid' &&
    state !== 'excluded';
  const compared = isPlanned && detail.state === state ? comparedValues(detail) : [];
  return (
    <>
      <header className="inspector-head">
        <h2>
          {sheet.isAdded(row) ? INSPECTOR.addedLine(sheet.lineOf(row)) : INSPECTOR.line(sheet.lineOf(row))}
        </h2>
        <StateMark state={state} />
        {sheet.plan && <CommandButton id="view.summary" iconOnly />}
        <CommandButton id="row.exclude" iconOnly />
        <IconButton icon="close" label={INSPECTOR.close} onClick={() => actions.select(null)} />
      </header>
      <div className="inspector-body" tabIndex={0} role="group" aria-label={INSPECTOR.title}>
        {message !== '' && same === undefined && state !== 'invalid' && state !== 'update' && (
          <p className="inspector-message">
            {state === 'conflict' && compared.length > 0 ? CONFLICT_TEXT : message}
          </p>
        )}
        {isAgain(state) && <AgainButton id="plan.again_selected" />}
        <OfferButton id="plan.leave_out" />
        <OfferButton id="plan.take_in" />
        {isPlanned && detail.customerId !== '' && (
          <p className="inspector-customer">
            <span className="quiet">{INSPECTOR.customer}</span>
            <code>{detail.customerId}</code>
          </p>
        )}
        {lock !== undefined && (
          <p className="inspector-lock">
            <Icon name="lock" />
            {lock}
          </p>
        )}
        {same !== undefined && (
          <p>
            {sameAsText(sheet.lineOf(same))}{' '}
            <button type="button" className="link" onClick={() => goTo(same, undefined)}>
              {MERGE.goToFirst(sheet.lineOf(same))}
            </button>
          </p>
        )}
        {state === 'invalid' && <p className="quiet">{INSPECTOR.keptOut}</p>}
        <FindingList sheet={sheet} row={row} findings={findings} warnings={isPlanned ? warnings : []} />
        {compared.length > 0 && <ValueComparison values={compared} isConflict={state === 'conflict'} />}
        {isPlanned && compared.length === 0 && detail.fields.length > 0 && (
          <ChangeTable fields={detail.fields} />
        )}
        {isPlanned && detail.attempts.length > 0 && <AttemptList row={row} attempts={detail.attempts} />}
        {isPlanned && detail.request && sheet.plan && (
          <RequestBlock row={row} request={detail.request} baseUrl={sheet.plan.connection.baseUrl} />
        )}
        {findings.length === 0 && message === '' && same === undefined && !isPlanned && (
          <p className="quiet">{INSPECTOR.calm}</p>
        )}
      </div>
    </>
  );
}
