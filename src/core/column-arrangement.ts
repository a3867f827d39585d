/**
 * How a person arranged a sheet's columns, as far as that is not as usual. Columns are known by their names: the same
 * headers may come in another order next time.
 */
export interface ColumnArrangement {
  /** From left to right, where any was moved. */
  readonly order?: readonly string[];
  readonly columns: readonly ArrangedColumn[];
  /** In CSS pixels, like every width. */
  readonly lineWidth?: number;
  readonly stateWidth?: number;
}

export interface ArrangedColumn {
  readonly name: string;
  readonly width?: number;
  readonly isHidden?: boolean;
  readonly isFrozen?: boolean;
}

export const USUAL_ARRANGEMENT: ColumnArrangement = { columns: [] };

/** As it was left last, and whether that was with the same sheet or another one that has the same headers. */
export interface LastArrangement {
  readonly arrangement: ColumnArrangement;
  readonly isOfSession: boolean;
}

/** Whatever was hidden in another sheet: what this one would write is seen by whoever never looked at it yet. */
export const withColumnsShown = (
  arrangement: ColumnArrangement,
  isShown: (name: string) => boolean,
): ColumnArrangement => ({
  ...arrangement,
  columns: arrangement.columns.map(({ isHidden, ...column }) =>
    isHidden === undefined || (isHidden && isShown(column.name)) ? column : { ...column, isHidden },
  ),
});
