import type { ReactElement } from 'react';
import type { FileLine } from '../../../../core/csv/file-lines.ts';
import { number } from '../../../../core/words/text.ts';
import { IMPORT } from '../../words/import.ts';

interface BeginningTableProps {
  readonly lines: readonly FileLine[];
  readonly columnCount: number;
  /** Takes another line as the headers; missing where that can't be done now. */
  readonly onHeaderLine: ((line: number) => void) | undefined;
}

/** More columns than these are only counted: the panel is for looking, the grid for working. */
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 120;

/** The first lines of the file as they were understood, by the lines of the file. */
export function BeginningTable({ lines, columnCount, onHeaderLine }: BeginningTableProps): ReactElement {
  const shown = Math.min(columnCount, MOST_COLUMNS);
  const hidden = columnCount - shown;
  return (
    <div className="beginning" role="region" aria-label={IMPORT.preview} tabIndex={0}>
      <table>
        <thead className="said">
          <tr>
            <th scope="col">{IMPORT.line}</th>
            <th scope="col" colSpan={shown}>
              {IMPORT.cells}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line} className={`beginning-${line.kind}`}>
              <th scope="row">
                <LineNumber line={line} onHeaderLine={onHeaderLine} />
              </th>
              <Cells line={line} columns={shown} />
              {hidden > 0 && line.kind === 'header' && (
                <td className="beginning-note">{IMPORT.moreColumns(hidden)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LineNumber({
  line: { line, kind },
  onHeaderLine,
}: {
  readonly line: FileLine;
  readonly onHeaderLine: BeginningTableProps['onHeaderLine'];
}): ReactElement {
  const shown = number(line);
  if (kind === 'header') return <span title={IMPORT.headerLineIs}>{shown}</span>;
  if (kind === 'blank' || kind === 'separator' || onHeaderLine === undefined) return <span>{shown}</span>;
  // With the keyboard the line is typed above; forty stops on the way to the buttons would help nobody.
  return (
    <button
      type="button"
      tabIndex={-1}
      title={IMPORT.makeHeader(line)}
      aria-label={IMPORT.makeHeader(line)}
      onClick={() => onHeaderLine(line)}
    >
      {shown}
    </button>
  );
}

function Cells({
  line: { kind, cells },
  columns,
}: {
  readonly line: FileLine;
  readonly columns: number;
}): ReactElement {
  if (kind === 'header' || kind === 'row') {
    return (
      <>
        {Array.from({ length: columns }, (_, column) => (
          <td key={column}>{shownText(cells[column] ?? '')}</td>
        ))}
      </>
    );
  }
  const text = cells.filter((cell) => cell.trim() !== '').map(shownText);
  return (
    <td colSpan={columns}>
      {text.length > 0 && <span>{text.join(' · ')}</span>}
      <span className="beginning-note">{IMPORT.kinds[kind]}</span>
    </td>
  );
}

/** On one line, with its line breaks to be seen. */
const shownText = (text: string): string =>
  text.slice(0, MOST_CHARACTERS).replaceAll(/\r\n|\r|\n/g, ' ↵ ') +
  (text.length > MOST_CHARACTERS ? '…' : '');
