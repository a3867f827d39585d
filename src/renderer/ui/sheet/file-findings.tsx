import type { ReactElement } from 'react';
import { DELIMITERS, type Delimiter } from '../../../core/csv/dialect.ts';
import { ENCODINGS, type Encoding } from '../../../core/csv/encoding.ts';
import { isError } from '../../../core/diagnostic.ts';
import { placeText } from '../../../core/words/places.ts';
import type { SheetModel } from '../../model/workspace-model.ts';
import { actions } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { putFindingsAway, useView } from '../view-state.ts';
import { DELIMITER_NAMES, ENCODING_NAMES } from '../words/import.ts';
import { SHEET } from '../words/sheet.ts';
import { OptionSelect } from './option-select.tsx';

/** What was assumed about the file, and what is wrong with it; put away when read, unless it is an error. */
export function FileFindings({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const isPutAway = useView((view) => view.findingsPutAway.has(sheet.sessionId));
  const { dialect, options, fileFindings } = sheet;
  const hasErrors = fileFindings.some(isError);
  if (isPutAway && !hasErrors) return null;
  return (
    <section className="strip" aria-label={SHEET.findings}>
      <div className="strip-line">
        <Icon name="info" />
        <p>
          {SHEET.readAs(ENCODING_NAMES[dialect.encoding], DELIMITER_NAMES[dialect.delimiter], sheet.rowCount)}
        </p>
        <div className="strip-options">
          <OptionSelect<Encoding>
            label={SHEET.encoding}
            chosen={options.encoding}
            all={ENCODINGS}
            nameOf={(encoding) => ENCODING_NAMES[encoding]}
            onChoose={(encoding) => void actions.setImportOptions(withOption(options, 'encoding', encoding))}
          />
          <OptionSelect<Delimiter>
            label={SHEET.delimiter}
            chosen={options.delimiter}
            all={DELIMITERS}
            nameOf={(delimiter) => DELIMITER_NAMES[delimiter]}
            onChoose={(delimiter) =>
              void actions.setImportOptions(withOption(options, 'delimiter', delimiter))
            }
          />
          {!hasErrors && (
            <button
              type="button"
              className="button button-icon"
              aria-label={SHEET.dismiss}
              title={SHEET.dismiss}
              onClick={() => putFindingsAway(sheet.sessionId)}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      </div>
      {fileFindings.map((finding) => (
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

type Options = SheetModel['options'];

function withOption<K extends keyof Options>(
  options: Options,
  key: K,
  value: Options[K] | undefined,
): Options {
  const { [key]: _, ...rest } = options;
  return value === undefined ? rest : { ...rest, [key]: value };
}
