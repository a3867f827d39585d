import type { ReactElement } from 'react';
import type { FindScope } from '../../model/find/find-query.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { useWorkspace } from '../../store.ts';
import { type SelectedCells, useView } from '../view-state.ts';
import { FIND } from '../words/find.ts';
import { setQuery, useFind } from './find-state.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly scope: () => FindScope;
}

/** Where to look: everywhere, in the column of the current cell, or in what is selected. */
export function ScopeSelect({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const chosen = useFind((state) => state.query.scope);
  const column = useWorkspace((state) => state.selectedColumn);
  const selection = useView((view) => view.selection);
  const offered: readonly Option[] = [
    optionOf({ kind: 'all' }, sheet),
    ...(column === null ? [] : [optionOf({ kind: 'column', column }, sheet)]),
    ...(selection === null || cellsOf(selection) < 2 ? [] : [selectionOption(selection)]),
  ];
  const current = optionOf(chosen, sheet);
  const options = offered.some(({ value }) => value === current.value) ? offered : [...offered, current];
  return (
    <select
      className="select find-scope"
      aria-label={FIND.scope}
      data-find="scope"
      value={current.value}
      onChange={(event) => {
        const option = options.find(({ value }) => value === event.target.value);
        if (option) setQuery({ scope: option.scope() });
      }}
    >
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

const cellsOf = ({ rowCount, columns }: SelectedCells): number => rowCount * columns.length;

/** The rows are looked up once it is chosen: they may be all of a large sheet. */
const selectionOption = (selection: SelectedCells): Option => ({
  value: 'selection now',
  name: FIND.selection(cellsOf(selection)),
  scope: () => ({ kind: 'selection', rows: new Set(selection.rows()), columns: selection.columns }),
});

function optionOf(scope: FindScope, sheet: SheetModel): Option {
  switch (scope.kind) {
    case 'all':
      return { value: 'all', name: FIND.all, scope: () => scope };
    case 'column': {
      const name = FIND.column(sheet.columns[scope.column]?.name ?? '');
      return { value: `column ${scope.column}`, name, scope: () => scope };
    }
    case 'selection': {
      const name = FIND.selection(scope.rows.size * scope.columns.length);
      return { value: 'selection', name, scope: () => scope };
    }
  }
}
