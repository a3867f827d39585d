import type { ColumnIndex } from '../diagnostic.ts';
import { areNumbers, areUuids } from './column-values.ts';
import type { ColumnReading } from './read-columns.ts';

/** The column that finds the customer: the best there is, among equals the first; -1 where there is none. */
export function keyColumnOf(readings: readonly ColumnReading[]): ColumnIndex {
  let [best, column] = [0, -1];
  for (const [index, reading] of readings.entries()) {
    const fitness = fitnessOf(reading);
    if (fitness > best) [best, column] = [fitness, index];
  }
  return column;
}

/** Source: Atlas' ids were seen to be UUIDs and are documented as texts; short numbers are mostly another system's. */
function fitnessOf({ meaning, values, header }: ColumnReading): number {
  if (meaning.kind === 'field') {
    // A new e-mail finds nobody.
    if (meaning.field !== 'email' || header.age === 'new' || (meaning.by === 'values' && header.isForeign))
      return 0;
    return 2;
  }
  if (meaning.kind !== 'id') return 0;
  if (areUuids(values)) return meaning.by === 'values' ? 5 : 6;
  if (!areNumbers(values)) return 4;
  return meaning.isNumber ? 1 : 3;
}
