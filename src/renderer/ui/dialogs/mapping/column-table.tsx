import { type ReactElement, useMemo } from 'react';
import { proposeMapping } from '../../../../core/propose-mapping.ts';
import type { SheetModel } from '../../../model/workspace-model.ts';
import { MAPPING } from '../../words/mapping.ts';
import { ColumnRow } from './column-row.tsx';
import { isSameRole } from './roles.ts';

export function ColumnTable({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const { columns, mapping, mappingFindings } = sheet;
  const proposed = useMemo(() => proposeMapping(columns).mapping.roles, [columns]);
  return (
    <table className="mapping-table">
      <thead>
        <tr>
          <th scope="col">{MAPPING.column}</th>
          <th scope="col">{MAPPING.use}</th>
          <th scope="col">{MAPPING.field}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const role = mapping.roles[column.index] ?? { kind: 'reference' };
          return (
            <ColumnRow
              key={column.index}
              sheet={sheet}
              column={column}
              role={role}
              isProposed={isSameRole(role, proposed[column.index])}
              problems={mappingFindings.filter(
                ({ place }) => place.kind === 'column' && place.column === column.index,
              )}
            />
          );
        })}
      </tbody>
    </table>
  );
}
