import type { ReactElement } from 'react';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { actions } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { useSheet } from '../../use-sheet.ts';
import { MAPPING } from '../../words/mapping.ts';
import { Dialog } from '../dialog.tsx';
import { BlankQuestion } from './blank-question.tsx';
import { ColumnTable } from './column-table.tsx';
import { Constants } from './constants.tsx';
import { CopyAddress } from './copy-address.tsx';
import { LastTimeNote } from './last-time-note.tsx';
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
  const { isWholeExport } = sheet.proposal;
  const things = writtenThings(mapping);
  const confirm = (): void => {
    void actions.confirmMapping();
    onClose();
  };
  const problems = mappingFindings.filter(
    ({ place, code }) =>
      place.kind === 'file' &&
      // Asked below, with its answers.
      code !== 'blank_question' &&
      // Said by the note about exports: nothing is wrong with it.
      !(code === 'nothing_to_write' && isWholeExport) &&
      // Said where the constant stands.
      code !== 'constant_not_writable',
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
          <button type="button" className="button button-primary" onClick={confirm}>
            {MAPPING.done}
          </button>
        </>
      }
    >
      <LastTimeNote sheet={sheet} />
      {isWholeExport && (
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
      <ColumnTable key={sheet.isFromLastTime ? 'last time' : 'now'} sheet={sheet} />
      <CopyAddress sheet={sheet} />
      <Constants sheet={sheet} />
    </Dialog>
  );
}
