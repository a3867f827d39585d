import { ALL_STATES, type RowState } from './row-state.ts';

/** Rows by state, in the order of the states; they add up to the rows. */
export function stateTotals(
  rows: readonly { readonly state: RowState }[],
): readonly (readonly [RowState, number])[] {
  const counts = new Map<RowState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return ALL_STATES.flatMap((state) => {
    const total = counts.get(state);
    return total === undefined ? [] : [[state, total] as const];
  });
}
