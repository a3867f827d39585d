import type { ReactElement } from 'react';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { day } from '../../formats.ts';
import { Icon } from '../../icon.tsx';
import { MAPPING } from '../../words/mapping.ts';

/** A mapping that was taken over from last time says so until somebody has looked at it. */
export function LastTimeNote({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  if (!sheet.lastTime || !sheet.isFromLastTime) return null;
  const { savedAt, answers } = sheet.lastTime;
  return (
    <div className="callout callout-warning last-time">
      <Icon name="undo" />
      <div>
        <strong>{MAPPING.fromLastTime(day(savedAt))}</strong>
        <p>{MAPPING.fromLastTimeWhy}</p>
        {answers.constants.length > 0 && <p>{MAPPING.constantsLastTime(answers.constants)}</p>}
      </div>
      <button
        type="button"
        className="button button-plain"
        data-propose-anew
        onClick={() => sheet.proposeAnew()}
      >
        {MAPPING.proposeAnew}
      </button>
    </div>
  );
}
