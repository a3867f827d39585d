import type { ReactElement } from 'react';
import type { PlanWarningView } from '../../../contract/plan-schemas.ts';
import type { Diagnostic, RowId } from '../../../core/diagnostic.ts';
import { kindOf } from '../../model/fixes/finding-kind.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { FixButtons } from '../fixes/fix-buttons.tsx';
import { MergeOffer } from '../fixes/merge-offer.tsx';
import { Icon } from '../icon.tsx';
import { goTo } from '../view-state.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { LookAlikeQuestion } from './look-alike-question.tsx';
import { PlanWarningItem } from './plan-warning.tsx';

interface FindingListProps {
  readonly sheet: SheetModel;
  readonly row: RowId;
  readonly findings: readonly Diagnostic[];
  /** What the dry run warns of. */
  readonly warnings: readonly PlanWarningView[];
}

/** What is wrong with a row, each with what puts it right, and then what the dry run warns of. */
export function FindingList({ sheet, row, findings, warnings }: FindingListProps): ReactElement | null {
  if (findings.length === 0 && warnings.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3>{INSPECTOR.findings}</h3>
      <ul className="findings">
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.code} ${JSON.stringify(finding.place)} ${finding.message}`}
            sheet={sheet}
            row={row}
            finding={finding}
          />
        ))}
        {warnings.map((warning) => (
          <PlanWarningItem key={warning.message} sheet={sheet} row={row} warning={warning} />
        ))}
      </ul>
    </section>
  );
}

interface FindingItemProps {
  readonly sheet: SheetModel;
  readonly row: RowId;
  readonly finding: Diagnostic;
}

function FindingItem({ sheet, row, finding }: FindingItemProps): ReactElement {
  const { severity, message, fix, code } = finding;
  const { column, lookAlike } = kindOf(finding, row, sheet);
  return (
    <li className={`finding finding-${severity}`}>
      <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
      <div className="finding-words">
        {column !== undefined && (
          <button type="button" className="link" onClick={() => goTo(row, column)}>
            {sheet.columns[column]?.name}
          </button>
        )}
        <p>{message}</p>
        {fix && <FixButtons sheet={sheet} row={row} finding={finding} />}
        {code === 'duplicate_customer' && <MergeOffer sheet={sheet} row={row} />}
        {lookAlike && <LookAlikeQuestion sheet={sheet} lookAlike={lookAlike} />}
      </div>
    </li>
  );
}
