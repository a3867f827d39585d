import type { ReactElement } from 'react';
import { isError } from '../../../core/diagnostic.ts';
import { placeText } from '../../../core/words/places.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { CommandButton } from '../toolbar/command-button.tsx';
import { putFindingsAway, useView } from '../view-state.ts';
import { DELIMITER_NAMES, ENCODING_NAMES } from '../words/import.ts';
import { SHEET } from '../words/sheet.ts';

/** The rest is in the import panel: the rows are what people want to see. */
const MOST_FINDINGS = 2;

/**
 * What was assumed about the file, and what is wrong with it; put away when read, unless it is an error. From the
 * first dry run on the changes are what people look at; the file is still explained in the import options.
 */
export function FileFindings({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const isPutAway = useView((view) => view.findingsPutAway.has(sheet.sessionId));
  const { dialect, fileFindings } = sheet;
  const hasErrors = fileFindings.some(isError);
  if ((isPutAway || sheet.plan !== null) && !hasErrors) return null;
  const shown = [...fileFindings].sort((one, other) => Number(isError(other)) - Number(isError(one)));
  const hidden = shown.splice(MOST_FINDINGS).length;
  return (
    <section className="strip" aria-label={SHEET.findings}>
      <div className="strip-line">
        <Icon name="info" />
        <p>
          {SHEET.readAs(ENCODING_NAMES[dialect.encoding], DELIMITER_NAMES[dialect.delimiter], sheet.rowCount)}
          {hidden > 0 && ` ${SHEET.moreFindings(hidden)}`}
        </p>
        <div className="strip-options">
          <CommandButton id="file.options" look="ghost" />
          {!hasErrors && (
            <IconButton icon="close" label={SHEET.dismiss} onClick={() => putFindingsAway(sheet.sessionId)} />
          )}
        </div>
      </div>
      {shown.map((finding) => (
        <div
          className={`strip-line strip-${finding.severity}`}
          key={`${finding.code} ${JSON.stringify(finding.place)}`}
        >
          <Icon name={finding.severity === 'error' ? 'invalid' : 'warning'} />
          <p>
            {placeText(finding.place)}
            {finding.message}
          </p>
        </div>
      ))}
    </section>
  );
}
