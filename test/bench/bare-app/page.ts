import { ClientSideRowModelModule, createGrid, type GridApi, TextEditorModule } from 'ag-grid-community';
import Papa from 'papaparse';

/** What anybody would write first: the file's text, PapaParse, and all rows given to AG Grid. */
let grid: GridApi<string[]> | undefined;

async function showSheet(): Promise<void> {
  const text = await (await fetch('sheet.csv')).text();
  const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ',' }).data;
  const container = document.getElementById('grid');
  if (container === null) throw new Error('The page has no place for the grid.');
  document.querySelector('h1')?.remove();
  grid = createGrid<string[]>(
    container,
    {
      columnDefs: header.map((name, index) => ({
        colId: `c${index}`,
        headerName: name,
        editable: true,
        valueGetter: ({ data }) => data?.[index] ?? '',
        valueSetter: ({ data, newValue }) => {
          data[index] = String(newValue);
          return true;
        },
      })),
      rowData: rows,
    },
    { modules: [ClientSideRowModelModule, TextEditorModule] },
  );
}

function closeSheet(): void {
  grid?.destroy();
  grid = undefined;
}

Object.assign(globalThis, { showSheet, closeSheet });
