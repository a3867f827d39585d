import type { ReactElement } from 'react';
import type { CellChange } from '../../../core/edited-sheet.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { PREVIEW } from '../words/fixes.ts';
import { CellText } from './cell-text.tsx';
import { type Choice, cellKey, listedChanges } from './choice.ts';

interface ChangeListProps {
  readonly sheet: SheetModel;
  readonly changes: readonly CellChange[];
  readonly choice: Choice;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

/** The first changes one by one; what is unticked stays as it is. */
export function ChangeList({ sheet, changes, choice, onLeave }: ChangeListProps): ReactElement | null {
  const listed = listedChanges(changes, choice.columns);
  if (listed.length === 0) return null;
  const total = changes.filter(({ column }) => choice.columns.has(column)).length;
  return (
    <table className="preview-table">
      <caption>{total > listed.length ? PREVIEW.first(listed.length, total) : PREVIEW.list}</caption>
      <thead>
        <tr>
          <th scope="col" className="preview-tick" />
          <th scope="col" className="preview-line">
            {PREVIEW.line}
          </th>
          <th scope="col" className="preview-column">
            {PREVIEW.column}
          </th>
          <th scope="col">{PREVIEW.before}</th>
          <th scope="col">{PREVIEW.after}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((change) => {
          const key = cellKey(change);
          return (
            <ChangeRow
              key={key}
              change={change}
              line={number(sheet.lineOf(change.row))}
              column={sheet.columns[change.column]?.name ?? ''}
              isLeft={choice.left.has(key)}
              onLeave={(isLeft) =>
                onLeave(isLeft ? choice.left.union(new Set([key])) : choice.left.difference(new Set([key])))
              }
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface ChangeRowProps {
  readonly change: CellChange;
  readonly line: string;
  readonly column: string;
  readonly isLeft: boolean;
  readonly onLeave: (isLeft: boolean) => void;
}

function ChangeRow({ change, line, column, isLeft, onLeave }: ChangeRowProps): ReactElement {
  return (
    <tr className={isLeft ? 'is-left' : undefined}>
      <td>
        <input
          type="checkbox"
          checked={!isLeft}
          aria-label={PREVIEW.include(line, column)}
          onChange={({ target }) => onLeave(!target.checked)}
        />
      </td>
      <td className="preview-line">{line}</td>
      <td>{column}</td>
      <td className="preview-text">
        <CellText text={change.before} />
      </td>
      <td className="preview-text preview-after">
        <CellText text={change.after} />
      </td>
    </tr>
  );
}
