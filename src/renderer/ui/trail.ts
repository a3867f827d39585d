/** A cell, or a row whose cursor is on its line or status. */
interface Place<C> {
  readonly row: number;
  readonly column: C;
}

/**
 * Where steps lead that are asked for faster than the grid follows: what is left of them when the cursor is told to be
 * somewhere. On their way it comes by each of them; anywhere else somebody went who no longer follows them.
 */
export function leftToGo<C extends number | null | undefined>(
  goingTo: readonly Place<C>[],
  at: { readonly row: number | null; readonly column: number | null },
): readonly Place<C>[] {
  const arrived = goingTo.findIndex(({ row, column }) => row === at.row && column === at.column);
  return arrived < 0 ? [] : goingTo.slice(arrived + 1);
}
