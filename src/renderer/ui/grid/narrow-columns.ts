import type { GridApi } from 'ag-grid-community';
import { type GridRow, LINE_COLUMN, STATE_COLUMN } from './grid-row.ts';

/** As wide as their headers; a status is its mark alone then (styles/grid.css, where the same width is named). */
const NARROW_WINDOW = '(max-width: 560px)';
export const LEAST_WIDTH = 56;

/** In a narrow or zoomed in window, line and status leave the room to the cells, and take it back afterwards. */
export function narrowColumns(api: GridApi<GridRow>, signal: AbortSignal): void {
  const narrow = matchMedia(NARROW_WINDOW);
  const columns = [LINE_COLUMN, STATE_COLUMN];
  let usual: ReturnType<typeof widthsOf> | undefined;
  const widthsOf = () =>
    columns.map((colId) => ({ colId, width: api.getColumn(colId)?.getActualWidth() ?? LEAST_WIDTH }));
  const arrange = (): void => {
    if (narrow.matches) {
      usual = widthsOf();
      api.applyColumnState({ state: columns.map((colId) => ({ colId, width: LEAST_WIDTH })) });
    } else if (usual) {
      api.applyColumnState({ state: usual });
    }
  };
  arrange();
  narrow.addEventListener('change', arrange, { signal });
}
