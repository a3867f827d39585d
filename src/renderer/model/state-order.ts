import { ALL_STATES, ROW_STATES, type RowState, type Tone } from '../../core/row-state.ts';

/** What wants a person's eyes comes first. */
const TONES: readonly Tone[] = ['bad', 'attention', 'change', 'good', 'quiet'];

const PLACES: ReadonlyMap<RowState, number> = new Map(
  TONES.flatMap((tone) => ALL_STATES.filter((state) => ROW_STATES[state].tone === tone)).map(
    (state, place) => [state, place],
  ),
);

/** Where rows of a state stand when rows are sorted by it: problems first, what is left alone last. */
export const placeOfState = (state: RowState): number => PLACES.get(state) ?? 0;
