/**
 * Where Ctrl and an arrow go, as in Excel: from a filled cell to the last one before a blank, from a blank one or
 * the last filled one to the next filled, else to the end.
 */
export function dataEdge(
  from: number,
  step: 1 | -1,
  last: number,
  isFilled: (place: number) => boolean,
): number {
  const end = step === 1 ? last : 0;
  if (from === end) return from;
  let place = from + step;
  const isInData = isFilled(from) && isFilled(place);
  while (place !== end) {
    if (isInData ? !isFilled(place + step) : isFilled(place)) return place;
    place += step;
  }
  return place;
}
