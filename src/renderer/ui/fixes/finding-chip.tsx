import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';
import { FINDINGS } from '../words/finding-kinds.ts';
import { useCensus } from './census-state.ts';
import { kindTitle } from './kind-title.ts';

/** Says that only rows with one kind of finding are shown, and takes that back. */
export function FindingChip({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  return sheet.finding === null ? null : <Chip sheet={sheet} finding={sheet.finding} />;
}

interface ChipProps {
  readonly sheet: SheetModel;
  readonly finding: NonNullable<SheetModel['finding']>;
}

function Chip({ sheet, finding }: ChipProps): ReactElement {
  const sample = useCensus(sheet)?.kinds.find(({ code }) => code === finding.code)?.sample ?? '';
  const title = kindTitle(finding, sample);
  const column = finding.column === undefined ? undefined : sheet.columns[finding.column]?.name;
  return (
    <button
      type="button"
      className="button button-small finding-chip"
      title={FINDINGS.all}
      onClick={() => sheet.show({ finding: null })}
    >
      <span>{column === undefined ? FINDINGS.only(title) : FINDINGS.onlyIn(title, column)}</span>
      <Icon name="close" />
    </button>
  );
}
