import type { ReactElement } from 'react';
import { kindGroups } from '../../model/fixes/kind-groups.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { IconButton } from '../icon-button.tsx';
import { isValidated } from '../job-state.ts';
import { FINDINGS } from '../words/finding-kinds.ts';
import { useCensus, usePlanWarnings } from './census-state.ts';
import { KindRow } from './kind-row.tsx';
import { toggleFindings } from './panel-state.ts';
import { PlanKindRow } from './plan-kind-row.tsx';

/** Every kind of finding there is in the sheet: how many, where, and what can be done about all of them at once. */
export function FindingsPanel({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const census = useCensus(sheet);
  const groups = kindGroups(census?.kinds ?? []);
  const planKinds = usePlanWarnings(sheet)?.kinds ?? [];
  const isCounting = census === null || census.isCounting || !isValidated(sheet);
  const total =
    groups.reduce((sum, { findings }) => sum + findings, 0) +
    planKinds.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <section className="findings-panel" aria-label={FINDINGS.title}>
      <header className="findings-head">
        <h2>{FINDINGS.title}</h2>
        <p className="quiet" role="status">
          {total > 0 && FINDINGS.total(total, groups.length + planKinds.length)}
          {total === 0 && !isCounting && FINDINGS.none}
          {isCounting && ` ${FINDINGS.counting}`}
        </p>
        {sheet.counts.errors > 0 && <p className="quiet findings-rule">{FINDINGS.rule}</p>}
        <IconButton icon="close" label={FINDINGS.close} onClick={toggleFindings} />
      </header>
      <ul className="kinds">
        {groups.map((group) => (
          <KindRow key={`${group.code} ${group.lookAlike}`} sheet={sheet} group={group} />
        ))}
        {planKinds.map((kind) => (
          <PlanKindRow key={kind.code} sheet={sheet} kind={kind} />
        ))}
      </ul>
    </section>
  );
}
