import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  createGrid,
  EventApiModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';
import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import type { ModelChange, SheetModel } from '../../model/sheet-model.ts';
import { SHEET } from '../words/sheet.ts';
import { CellMarks } from './cell-marks.ts';
import { describeOnFocus } from './cell-tip.ts';
import { defaultColumn, gridColumns } from './columns.ts';
import { CursorTeller } from './cursor-teller.ts';
import { figureColumn } from './figure-column.ts';
import { columnIdOf, type GridRow } from './grid-row.ts';
import type { GridNote } from './grid-state.ts';
import { narrowColumns } from './narrow-columns.ts';
import { Ranges } from './ranges.ts';
import type { Selection } from './selection.ts';
import { gridTheme } from './theme.ts';

/**
 * Rows the grid asks for at a time: each jump through the sheet makes a block of row objects. Measured for a million
 * rows: the worst frame is 83 ms with 200 of them and 217 ms with 1,000, as long as many blocks are kept.
 */
const BLOCK_ROWS = 200;
const BLOCKS_KEPT = 100;
/** Rows drawn above and below those in sight. A jump draws all of them twice: before and after their block is there. */
const ROWS_BEYOND = 4;

interface SheetGridOptions {
  readonly container: HTMLElement;
  readonly model: SheetModel;
  /** SECURITY: the page's policy allows styles with this nonce only. */
  readonly styleNonce: string | undefined;
  readonly selectedRow: () => RowId | null;
  readonly onSelect: (row: RowId, column: ColumnIndex | null) => void;
  readonly onSelection: (selection: Selection) => void;
  readonly onCopied: (action: 'cut' | 'copy') => void;
  readonly say: (note: GridNote) => void;
  /** Columns were hidden or shown: which are hidden now. */
  readonly onColumns: (hidden: readonly ColumnIndex[]) => void;
}

/** The grid over one sheet. It only views: rows, order, cells and marks are the model's. */
export class SheetGrid {
  readonly ranges: Ranges;
  readonly #model: SheetModel;
  readonly #container: HTMLElement;
  readonly #marks: CellMarks;
  readonly #api: GridApi<GridRow>;
  readonly #stopListening = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #cursor: CursorTeller;
  #shownPlan: string | undefined;
  #shownFigure: SheetModel['figure'] = null;

  constructor({ container, model, styleNonce, selectedRow, onSelect, ...tell }: SheetGridOptions) {
    this.#model = model;
    this.#container = container;
    this.#marks = new CellMarks(model);
    this.#api = createGrid<GridRow>(
      container,
      {
        theme: gridTheme,
        ...(styleNonce === undefined ? {} : { styleNonce }),
        context: { model },
        rowModelType: 'infinite',
        cacheBlockSize: BLOCK_ROWS,
        maxBlocksInCache: BLOCKS_KEPT,
        rowBuffer: ROWS_BEYOND,
        infiniteInitialRowCount: model.shown.length,
        datasource: this.#datasource(),
        getRowId: ({ data }) => String(data.row),
        getRowClass: ({ data }) => (data && data.row === selectedRow() ? 'is-selected' : undefined),
        columnDefs: gridColumns(model, this.#marks),
        defaultColDef: defaultColumn(model),
        stopEditingWhenCellsLoseFocus: true,
        tooltipShowDelay: 350,
        tooltipShowMode: 'standard',
        suppressDragLeaveHidesColumns: true,
        suppressNoRowsOverlay: true,
        onModelUpdated: () => this.#afterOrder(selectedRow()),
        onDisplayedColumnsChanged: () => {
          if (this.#stopListening.signal.aborted) return;
          this.ranges.follow();
          tell.onColumns(this.ranges.columns.hidden);
        },
        onCellFocused: (event) => this.#cursor.moved(event),
      },
      {
        modules: [
          InfiniteRowModelModule,
          CustomEditorModule,
          TooltipModule,
          CellStyleModule,
          RowStyleModule,
          RenderApiModule,
          RowApiModule,
          ScrollApiModule,
          ColumnApiModule,
          ColumnAutoSizeModule,
          EventApiModule,
        ],
      },
    );
    this.#api.setGridAriaProperty('label', SHEET.grid);
    const { signal } = this.#stopListening;
    this.#cursor = new CursorTeller({ api: this.#api, container, model, selectedRow, onSelect, signal });
    this.ranges = new Ranges({ container, api: this.#api, model, signal, ...tell });
    describeOnFocus(container, model, this.#marks, signal);
    narrowColumns(this.#api, signal);
    this.#unsubscribe = model.subscribe((change) => this.#draw(change));
  }

  destroy(): void {
    this.#unsubscribe();
    this.#stopListening.abort();
    this.#api.destroy();
  }

  /** Tells at once where the cursor is by now, for whatever is done next. */
  settleCursor(): void {
    this.#cursor.settle();
  }

  /** Scrolls to a cell and puts the focus on it; a row that is not listed stays where it is. */
  goTo(row: RowId, column: ColumnIndex | undefined): void {
    const index = this.#model.shown.indexOf(row);
    if (index < 0) return;
    const shown = column ?? this.ranges.firstColumn;
    if (shown === undefined) return;
    if (this.ranges.columns.hidden.includes(shown)) this.ranges.columns.show([shown]);
    const columnId = columnIdOf(shown);
    this.#api.ensureIndexVisible(index, 'middle');
    this.#api.ensureColumnVisible(columnId);
    this.#api.setFocusedCell(index, columnId);
  }

  /** The selected row is a class, so that selecting draws nothing again. */
  markSelected(row: RowId | null): void {
    for (const old of this.#container.querySelectorAll('.ag-row.is-selected'))
      old.classList.remove('is-selected');
    if (row === null) return;
    for (const now of this.#container.querySelectorAll(`.ag-row[row-id="${row}"]`))
      now.classList.add('is-selected');
  }

  #datasource(): IDatasource {
    return {
      rowCount: this.#model.shown.length,
      getRows: (params) => {
        const { startRow, endRow } = params;
        const { shown } = this.#model;
        const rows: GridRow[] = [];
        for (let index = startRow; index < Math.min(endRow, shown.length); index++) {
          const row = shown.rowAt(index);
          if (row !== undefined) rows.push({ row });
        }
        params.successCallback(rows, shown.length);
      },
    };
  }

  /** A new plan: its most frequent change comes into sight, beside the pinned key. */
  #showChanges(): void {
    const { plan, mapping } = this.#model;
    if (plan?.planId === this.#shownPlan) return;
    this.#shownPlan = plan?.planId;
    const changed = plan?.fields.map(({ field }) => field) ?? [];
    const column = changed
      .map((field) => mapping.roles.findIndex((role) => role.kind === 'write' && role.field === field))
      .find((index) => index >= 0);
    if (column !== undefined) this.#api.ensureColumnVisible(columnIdOf(column), 'middle');
  }

  #showFigure(): void {
    const { figure } = this.#model;
    if (figure === this.#shownFigure) return;
    this.#shownFigure = figure;
    const column = figureColumn(this.#model);
    if (column !== undefined) this.#api.ensureColumnVisible(column);
  }

  #draw({ order, rows }: ModelChange): void {
    this.#marks.forget(rows);
    if (order) this.#drawOrder();
    this.#showChanges();
    this.#showFigure();
    if (rows === 'all') {
      this.#api.refreshHeader();
      this.#api.refreshCells({ force: true, suppressFlash: true });
      return;
    }
    if (rows.size === 0) return;
    const rowNodes = this.#api
      .getRenderedNodes()
      .filter(({ data }) => data !== undefined && rows.has(data.row));
    if (rowNodes.length > 0) this.#api.refreshCells({ rowNodes, force: true, suppressFlash: true });
  }

  /** Rows are exchanged in place: nothing goes blank, and an open editor and the focus stay. */
  #drawOrder(): void {
    this.#api.setRowCount(this.#model.shown.length, true);
    this.#api.refreshInfiniteCache();
    this.#api.refreshHeader();
  }

  /** A cursor alone stays where it is on screen, with a range it goes along; what is selected is the row under it. */
  #afterOrder(selected: RowId | null): void {
    this.ranges.follow();
    const row = this.#cursor.hasKeyboard ? this.#cursor.rowOfCursor : undefined;
    if (row !== undefined && row !== selected) this.#cursor.tell(row);
    this.markSelected(row ?? selected);
  }
}
