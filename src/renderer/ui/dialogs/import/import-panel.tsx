import type { ReactElement } from 'react';
import { isError } from '../../../../core/diagnostic.ts';
import type { FileReading, WorkspaceState } from '../../../model/workspace-state.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { IMPORT } from '../../words/import.ts';
import { Dialog } from '../dialog.tsx';
import { BeginningTable } from './beginning-table.tsx';
import { HowRead } from './how-read.tsx';
import { ImportFooter, type NextStep } from './import-footer.tsx';
import { ReadingFindings } from './reading-findings.tsx';
import { SpecialWordList } from './special-word-list.tsx';

/** How the file was understood, and what was assumed; what is changed holds at once. */
export function ImportPanel(): ReactElement | null {
  const reading = useWorkspace((state) => state.reading);
  const progress = useWorkspace((state) => state.importing);
  const isEdited = useWorkspace(({ sheet }) => (sheet?.revision ?? 0) > 0);
  const next = useWorkspace(nextStep);
  if (reading === null) return null;
  const { fileName, understood, findings } = reading;
  const close = (): void => {
    if (next === 'reading' || next === 'unusable') void actions.abandonImport();
    else actions.showDialog('none');
  };
  return (
    <Dialog
      title={IMPORT.title(fileName)}
      lead={findings.some(isError) ? IMPORT.unusableLead : IMPORT.lead}
      kind="wide"
      focus="marked"
      onClose={close}
      footer={<ImportFooter next={next} progress={progress} summary={summaryOf(reading)} />}
    >
      {isEdited && (
        <div className="callout callout-info">
          <Icon name="lock" />
          <p>{IMPORT.edited}</p>
        </div>
      )}
      <HowRead reading={reading} isLocked={isEdited} />
      {understood && <SpecialWordList words={understood.specialWords} />}
      {understood && (
        <BeginningTable
          lines={understood.beginning}
          columnCount={understood.columnCount}
          onHeaderLine={isEdited ? undefined : (line) => void actions.setImportOption('headerLine', line)}
        />
      )}
      <ReadingFindings findings={findings} />
    </Dialog>
  );
}

function nextStep({ reading, importing, sheet }: WorkspaceState): NextStep {
  if (importing) return 'reading';
  if (sheet === null) return 'unusable';
  if (reading?.findings.some(isError)) return reading.isFresh ? 'put right' : 'done';
  return reading?.isFresh ? 'map' : 'done';
}

function summaryOf({ understood }: FileReading): string {
  if (!understood) return '';
  const { rowCount, columnCount, dialect } = understood;
  return IMPORT.summary(rowCount, columnCount, IMPORT.newlines[dialect.newline]);
}
