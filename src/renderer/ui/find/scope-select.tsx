import type { ReactElement } from 'react';
import type { FindScope } from '../../model/find/find-query.ts';
import type { SheetModel } from '../../model/workspace-model.ts';
import { useWorkspace } from '../../store.ts';
import { FIND } from '../words/find.ts';
import { setQuery, useFind } from './find-state.ts';

/** Where to look: everywhere, in the column of the current cell, or in what is selected. */
export function ScopeSelect({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const chosen = useFind((state) => state.query.scope);
  const column = useWorkspace((state) => state.selectedColumn);
  const offered: readonly FindScope[] = [
    { kind: 'all' },
    ...(column === null ? [] : [{ kind: 'column', column } as const]),
  ];
  const scopes = offered.some((scope) => valueOf(scope) === valueOf(chosen)) ? offered : [...offered, chosen];
  return (
    <select
      className="select find-scope"
      aria-label={FIND.scope}
      data-find="scope"
      value={valueOf(chosen)}
      onChange={(event) => {
        const scope = scopes.find((other) => valueOf(other) === event.target.value);
        if (scope) setQuery({ scope });
      }}
    >
      {scopes.map((scope) => (
        <option key={valueOf(scope)} value={valueOf(scope)}>
          {nameOf(scope, sheet)}
        </option>
      ))}
    </select>
  );
}

const valueOf = (scope: FindScope): string =>
  scope.kind === 'column' ? `column ${scope.column}` : scope.kind;

function nameOf(scope: FindScope, sheet: SheetModel): string {
  switch (scope.kind) {
    case 'all':
      return FIND.all;
    case 'column':
      return FIND.column(sheet.columns[scope.column]?.name ?? '');
    case 'selection':
      return FIND.selection(scope.rows.size * scope.columns.length);
  }
}
