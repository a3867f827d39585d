export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window must be on a display for a person to find it and take hold of it. */
const LEAST_SEEN = { width: 200, height: 100 };

const overlap = (a: Bounds, b: Bounds): { readonly width: number; readonly height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

/**
 * Where a window goes that was left at `kept`: there, where enough of it can be seen, its title bar included; else
 * in the middle of the first display, made smaller where it would not fit. Displays may have gone or shrunk since.
 *
 * @param areas of the displays that are there now, without task bars; the main one first. In device-independent pixels.
 */
export function fitBounds(kept: Bounds, areas: readonly Bounds[]): Bounds {
  const [main] = areas;
  const home = areas.find((area) => isFoundOn(kept, area)) ?? main;
  if (!home) return kept;
  const width = Math.min(kept.width, home.width);
  const height = Math.min(kept.height, home.height);
  if (isFoundOn(kept, home)) {
    // Its title bar never lies above the display, where nobody could take hold of it.
    return { x: kept.x, y: Math.max(kept.y, home.y), width, height };
  }
  return {
    x: home.x + Math.round((home.width - width) / 2),
    y: home.y + Math.round((home.height - height) / 2),
    width,
    height,
  };
}

function isFoundOn(window: Bounds, area: Bounds): boolean {
  const seen = overlap(window, area);
  const titleIsSeen = window.y < area.y + area.height - LEAST_SEEN.height;
  return seen.width >= LEAST_SEEN.width && seen.height >= LEAST_SEEN.height && titleIsSeen;
}
