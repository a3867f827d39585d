/** The window at one moment. */
export interface Sighting {
  /** Milliseconds since the watch began. */
  readonly at: number;
  /** Rows by tab. */
  readonly tabs: Readonly<Record<string, number>>;
  /** By the place in the list: the file's line, and the status in words. Of rows that are drawn. */
  readonly rows: Readonly<Record<number, readonly [line: string, status: string]>>;
  readonly scrollTop: number;
  /** Elements of rows that the grid has put into the page since the sighting before. */
  readonly rowsMade: number;
}

/** What no person should ever see in a run: totals that don't add up, numbers and states that go backwards. */
export function wrongSightings(sightings: readonly Sighting[], rowCount: number): readonly string[] {
  const wrong: string[] = [];
  const lastByLine = new Map<string, string>();
  let before: Sighting | undefined;
  for (const sighting of sightings) {
    const { at, tabs, rows } = sighting;
    const say = (what: string): void => void wrong.push(`after ${at} ms: ${what}`);
    const { all, warnings: _warnings, ...byState } = tabs;
    const sum = Object.values(byState).reduce((total, number) => total + number, 0);
    if (all !== rowCount || sum !== rowCount) say(`${sum} rows in tabs, ${all} in all`);
    for (const state of Object.keys(before?.tabs ?? {})) {
      const [now = 0, then = 0] = [tabs[state], before?.tabs[state]];
      if (state !== 'sending' && (state === 'queued' ? now > then && then > 0 : now < then && !isLeft(state)))
        say(`${state} went from ${then} to ${now}`);
    }
    for (const [line, status] of Object.values(rows)) {
      // A row that is drawn gets its cells one after the other.
      if (line === '' || status === '') continue;
      const known = lastByLine.get(line);
      if (known !== undefined && known !== status && rankOf(known) >= rankOf(status))
        say(`line ${line} went from ${known} to ${status}`);
      lastByLine.set(line, status);
    }
    before = sighting;
  }
  return wrong;
}

/** States that rows leave when they are applied. */
const isLeft = (tab: string): boolean => tab === 'update' || tab === 'queued';

const rankOf = (status: string): number => {
  const rank = ['update', 'waiting', 'sending'].indexOf(status);
  return rank === -1 ? 3 : rank;
};

/** Rows that changed places while nobody scrolled, sorted or filtered, and rows that were drawn anew. */
export function restless(sightings: readonly Sighting[]): readonly string[] {
  const [first] = sightings;
  if (!first) return ['nothing was seen'];
  return sightings.slice(1).flatMap(({ at, rows, scrollTop, rowsMade }) => {
    const moved = Object.entries(first.rows).filter(([place, [line]]) => rows[Number(place)]?.[0] !== line);
    return [
      ...(scrollTop === first.scrollTop ? [] : [`after ${at} ms: scrolled to ${scrollTop}`]),
      ...moved.map(([place, [line]]) => `after ${at} ms: line ${line} is not at ${place} any more`),
      ...(rowsMade === 0 ? [] : [`after ${at} ms: ${rowsMade} rows were drawn anew`]),
    ];
  });
}
