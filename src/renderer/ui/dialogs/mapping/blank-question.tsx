import { type ReactElement, useId } from 'react';
import type { AddressName } from '../../../../core/fields.ts';
import type { BlankRule } from '../../../../core/mapping.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { day } from '../../formats.ts';
import { MAPPING } from '../../words/mapping.ts';

interface BlankQuestionProps {
  readonly sheet: SheetModel;
  readonly address: AddressName;
  readonly rows: number;
}

const RULES = ['keep', 'clear'] as const satisfies readonly BlankRule[];

/** One question per address; without an answer it can't be known what a blank cell wants. */
export function BlankQuestion({ sheet, address, rows }: BlankQuestionProps): ReactElement {
  const name = useId();
  const { mapping, lastTime } = sheet;
  const answer = mapping.blanks[address];
  const answerBefore = lastTime?.answers.blanks[address];
  return (
    <fieldset className="question">
      <legend>
        {MAPPING.blankTitle(address)}
        {answer === undefined && <span className="needed">{MAPPING.needed}</span>}
      </legend>
      <p>
        {MAPPING.blankLead(rows)}
        {answer === undefined && lastTime && answerBefore && (
          <> {MAPPING.blankLastTime(day(lastTime.savedAt), answerBefore)}</>
        )}
      </p>
      <div className="question-choices">
        {RULES.map((rule) => (
          <label key={rule} className="choice">
            <input
              type="radio"
              name={name}
              checked={answer === rule}
              data-blank={`${address} ${rule}`}
              onChange={() =>
                sheet.setMapping({ ...mapping, blanks: { ...mapping.blanks, [address]: rule } })
              }
            />
            <span className="choice-words">
              <strong>{MAPPING.blank[rule].title}</strong>
              <span className="quiet">{MAPPING.blank[rule].example}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
