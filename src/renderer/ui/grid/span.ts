/** Neighbouring places in a line of rows or columns, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const spanOf = (one: number, other: number): Span => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
});

export const lengthOf = ({ from, to }: Span): number => to - from + 1;

export const isWithin = ({ from, to }: Span, place: number): boolean => place >= from && place <= to;

/** In order, without overlaps; those that touch become one. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to + 1)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** The same without one place. */
export const withoutPlace = (spans: readonly Span[], place: number): readonly Span[] =>
  spans.flatMap((span) =>
    isWithin(span, place)
      ? [
          { from: span.from, to: place - 1 },
          { from: place + 1, to: span.to },
        ].filter(({ from, to }) => from <= to)
      : [span],
  );

/** Places in order, none twice, as spans. */
export function spansOfPlaces(places: Iterable<number>): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last && place === last.to + 1) last.to = place;
    else spans.push({ from: place, to: place });
  }
  return spans;
}

/** Whether one of merged spans holds a place; asked for every cell that is drawn. */
export function holds(spans: readonly Span[], place: number): boolean {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (place < span.from) high = middle - 1;
    else if (place > span.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Every place, from the first span’s to the last one’s; there may be a million. */
export function* placesOf(spans: readonly Span[]): Generator<number, void> {
  for (const { from, to } of spans) for (let place = from; place <= to; place++) yield place;
}
