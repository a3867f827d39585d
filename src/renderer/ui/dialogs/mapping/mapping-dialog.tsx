import type { ReactElement } from 'react';
import type { SheetModel } from '../../../model/workspace-model.ts';
import { Icon } from '../../icon.tsx';
import { useSheet } from '../../use-sheet.ts';
import { MAPPING } from '../../words/mapping.ts';
import { Dialog } from '../dialog.tsx';
import { BlankQuestion } from './blank-question.tsx';
import { ColumnTable } from './column-table.tsx';
import { CopyAddress } from './copy-address.tsx';
import { writtenThings } from './roles.ts';

/** What each column is for. Every choice holds at once; the grid behind shows what it does. */
export function MappingDialog({
  sheet,
  onClose,
}: {
  readonly sheet: SheetModel;
  readonly onClose: () => void;
}): ReactElement {
  useSheet();
  const { mapping, mappingFindings } = sheet;
  const things = writtenThings(mapping);
  const problems = mappingFindings.filter(
    ({ place, code }) =>
      place.kind === 'file' &&
      // Asked below, with its answers.
      code !== 'blank_question' &&
      // Said by the note about exports: nothing is wrong with it.
      !(code === 'nothing_to_write' && sheet.isWholeExport),
  );
  return (
    <Dialog
      title={MAPPING.title}
      lead={MAPPING.lead}
      kind="side"
      onClose={onClose}
      footer={
        <>
          <p className="mapping-summary" aria-live="polite">
            {things.length === 0 ? MAPPING.nothing : MAPPING.summary(things)}
          </p>
          <button type="button" className="button button-primary" onClick={onClose}>
            {MAPPING.done}
          </button>
        </>
      }
    >
      {sheet.isWholeExport && (
        <div className="callout callout-info">
          <Icon name="info" />
          <div>
            <strong>{MAPPING.export}</strong>
            <p>{MAPPING.exportWhy}</p>
          </div>
        </div>
      )}
      {problems.map(({ code, message, severity }) => (
        <div className={`callout callout-${severity}`} role="alert" key={code + message}>
          <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
          <p>{message}</p>
        </div>
      ))}
      {sheet.blankQuestions.map(({ address, rows }) => (
        <BlankQuestion key={address} sheet={sheet} address={address} rows={rows} />
      ))}
      <ColumnTable sheet={sheet} />
      <CopyAddress sheet={sheet} />
    </Dialog>
  );
}
