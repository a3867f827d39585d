/**
 * How the states of a plan's rows cross: a byte per row, the state as its number in `ALL_STATES`, or one of these.
 */

/** A bit above every state's number: the dry run warns of the row. */
export const WARNED_ROW = 0x80;

/** Instead of a state's number: the plan has no such row, for instance because it had been removed. */
export const NOT_PLANNED = 0x7f;
