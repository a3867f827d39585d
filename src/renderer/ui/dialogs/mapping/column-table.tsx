import { type ReactElement, useState } from 'react';
import type { ColumnIndex, Diagnostic } from '../../../../core/diagnostic.ts';
import type { Column } from '../../../../core/sheet.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { MAPPING } from '../../words/mapping.ts';
import { ColumnFinder } from './column-finder.tsx';
import { groupsOf, matching, writtenColumns } from './column-groups.ts';
import { ColumnRow } from './column-row.tsx';
import { ColumnRows } from './column-rows.tsx';
import { UnusedColumns } from './unused-columns.tsx';
import { whyOf } from './why.ts';

const NO_PROBLEMS: readonly Diagnostic[] = [];

/** Every column with its role; of wide sheets those that are used, the others a click away. */
export function ColumnTable({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const { columns, mapping, mappingFindings } = sheet;
  const [{ used, unused }] = useState(() => groupsOf(columns, mapping));
  const [words, setWords] = useState('');
  /** The columns written when that was asked for: one that is set to something else stays in sight. */
  const [written, setWritten] = useState<ReadonlySet<ColumnIndex> | null>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isNarrowed = words.trim() !== '' || written !== null;

  const among = written === null ? columns : columns.filter(({ index }) => written.has(index));
  const found = isNarrowed ? matching(among, mapping, words) : used;
  const problemsOf = (column: Column): readonly Diagnostic[] => {
    const problems = mappingFindings.filter(
      ({ place }) => place.kind === 'column' && place.column === column.index,
    );
    return problems.length === 0 ? NO_PROBLEMS : problems;
  };
  const row = (column: Column): ReactElement => {
    const why = whyOf(sheet, column.index);
    return (
      <ColumnRow
        key={column.index}
        sheet={sheet}
        column={column}
        role={mapping.roles[column.index] ?? { kind: 'reference' }}
        why={why?.text}
        whyLook={why?.look}
        problems={problemsOf(column)}
      />
    );
  };
  return (
    <section className="mapping-columns" aria-label={MAPPING.columns}>
      <ColumnFinder
        words={words}
        onWords={setWords}
        isOnlyWritten={written !== null}
        written={writtenColumns(mapping).size}
        onOnlyWritten={(isOnly) => setWritten(isOnly ? writtenColumns(mapping) : null)}
        found={isNarrowed ? found.length : undefined}
        of={columns.length}
      />
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">{MAPPING.column}</th>
            <th scope="col">{MAPPING.use}</th>
            <th scope="col">{MAPPING.field}</th>
          </tr>
        </thead>
        <tbody>
          <ColumnRows columns={found} row={row} />
        </tbody>
        {!isNarrowed && unused.length > 0 && (
          <UnusedColumns columns={unused} isUnfolded={isUnfolded} onUnfold={setIsUnfolded} row={row} />
        )}
      </table>
      {isNarrowed && found.length === 0 && <p className="quiet">{MAPPING.noColumns}</p>}
    </section>
  );
}
