import type { ReactElement } from 'react';
import { DELIMITERS, type Delimiter } from '../../../../core/csv/dialect.ts';
import { ENCODINGS, type Encoding } from '../../../../core/csv/encoding.ts';
import type { ImportOptions } from '../../../../core/csv/import.ts';
import type { FileReading } from '../../../model/workspace-state.ts';
import { actions } from '../../../store.ts';
import { DELIMITER_NAMES, ENCODING_NAMES, IMPORT } from '../../words/import.ts';
import { HeaderLineField } from './header-line-field.tsx';
import { OptionSelect } from './option-select.tsx';

const EXCEL_TEXTS = ['unwrap', 'keep'] as const;

/** What was assumed about the file, each changeable. */
export function HowRead({
  reading,
  isLocked,
}: {
  readonly reading: FileReading;
  readonly isLocked: boolean;
}): ReactElement {
  const { options, understood, findings } = reading;
  const dialect = understood?.dialect;
  const hasExcelText = options.excelText !== undefined || findings.some(({ code }) => code === 'excel_text');
  return (
    <fieldset className="import-options" disabled={isLocked}>
      <legend className="said">{IMPORT.howRead}</legend>
      <OptionSelect<Encoding>
        label={IMPORT.encoding}
        hint={dialect && IMPORT.encodingBy[dialect.by]}
        chosen={options.encoding}
        found={dialect?.encoding}
        all={ENCODINGS}
        nameOf={(encoding) => ENCODING_NAMES[encoding]}
        onChoose={(encoding) => void actions.setImportOption('encoding', encoding)}
      />
      <OptionSelect<Delimiter>
        label={IMPORT.delimiter}
        hint={dialect && IMPORT.delimiterBy[dialect.delimiterBy]}
        chosen={options.delimiter}
        found={dialect?.delimiter}
        all={DELIMITERS}
        nameOf={(delimiter) => DELIMITER_NAMES[delimiter]}
        onChoose={(delimiter) => void actions.setImportOption('delimiter', delimiter)}
      />
      <HeaderLineField
        chosen={options.headerLine}
        found={dialect?.headerLine}
        onChoose={(line) => void actions.setImportOption('headerLine', line)}
      />
      {hasExcelText && (
        <OptionSelect<NonNullable<ImportOptions['excelText']>>
          label={IMPORT.excelText}
          hint={IMPORT.excelTextHint}
          chosen={options.excelText}
          found="unwrap"
          all={EXCEL_TEXTS}
          nameOf={(excelText) => IMPORT.excelTexts[excelText]}
          onChoose={(excelText) => void actions.setImportOption('excelText', excelText)}
        />
      )}
    </fieldset>
  );
}
