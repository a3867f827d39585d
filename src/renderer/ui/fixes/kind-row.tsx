import type { ReactElement } from 'react';
import { number } from '../../../core/words/text.ts';
import type { FindingFilter } from '../../model/fixes/finding-kind.ts';
import type { KindGroup } from '../../model/fixes/kind-groups.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';
import { LookAlikeQuestion } from '../inspector/look-alike-question.tsx';
import { FINDINGS } from '../words/finding-kinds.ts';
import { previewFixes } from './fix-all.ts';
import { kindTitle } from './kind-title.ts';
import { showMerges } from './merge-state.ts';

interface KindRowProps {
  readonly sheet: SheetModel;
  readonly group: KindGroup;
}

/** One kind of finding. Choosing it, or one of its columns, shows only the rows that have it; again, all of them. */
export function KindRow({ sheet, group }: KindRowProps): ReactElement {
  const { code, lookAlike, severity, findings, fixes, columns, sample } = group;
  const title = kindTitle(group, sample);
  const isShown = ({ column }: FindingFilter): boolean => {
    const { finding } = sheet;
    return finding?.code === code && finding.lookAlike === lookAlike && finding.column === column;
  };
  const toggle = (filter: FindingFilter): void =>
    sheet.show(isShown(filter) ? { finding: null } : { tab: 'all', finding: filter });
  const all: FindingFilter = { code, lookAlike };
  return (
    <li className={`kind kind-${severity}${sheet.finding?.code === code ? ' is-shown' : ''}`}>
      <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
      <button
        type="button"
        className="kind-title"
        aria-pressed={isShown(all)}
        title={FINDINGS.showKind(title)}
        data-kind={code}
        onClick={() => toggle(all)}
      >
        <span>{title}</span> <span className="quiet">{number(findings)}</span>
      </button>
      <div className="kind-columns">
        {columns.map(({ column, findings: inColumn }) => {
          const name = sheet.columns[column]?.name ?? '';
          return (
            <button
              key={column}
              type="button"
              className="kind-column"
              aria-pressed={isShown({ ...all, column })}
              title={FINDINGS.showColumn(title, name)}
              onClick={() => toggle({ ...all, column })}
            >
              {name} <span className="quiet">{number(inColumn)}</span>
            </button>
          );
        })}
      </div>
      <div className="kind-actions">
        {lookAlike !== undefined && <LookAlikeQuestion sheet={sheet} lookAlike={lookAlike} />}
        {lookAlike === undefined && fixes > 0 && (
          <button
            type="button"
            className="button button-plain button-small"
            data-fix={code}
            onClick={() => previewFixes(all, title)}
          >
            {FINDINGS.fix(fixes)}
          </button>
        )}
        {code === 'duplicate_customer' && (
          <button
            type="button"
            className="button button-plain button-small"
            data-merge="all"
            onClick={showMerges}
          >
            {FINDINGS.merge}
          </button>
        )}
      </div>
    </li>
  );
}
