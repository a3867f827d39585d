/** Source: a page holds at most this many, whatever `limit` says. */
const PAGE_SIZE = 1_000;
/**
 * Read on either side of what is wanted: new customers push the others down between two pages, and those created
 * at the same instant change places.
 */
export const MARGIN = 25;

/** A piece of the listing to read. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/**
 * The page that shows the customer at one place of the listing and as many as possible of those whose turn comes
 * while it is fresh. Places are 0-based; those too far away are left to a later page. Where a page was missed
 * before, it is as wide as it can be: the customers are not quite where they are thought to be.
 */
export function choosePage(
  first: number,
  due: readonly number[],
  isWide: boolean,
): { readonly page: Page; readonly serves: number } {
  const beyond = first + PAGE_SIZE - 2 * MARGIN;
  const shown = due.filter((place) => place >= first && place < beyond);
  const offset = Math.max(0, first - MARGIN);
  const last = Math.max(first, ...shown);
  const limit = isWide ? PAGE_SIZE : Math.min(PAGE_SIZE, last + MARGIN + 1 - offset);
  return { page: { offset, limit }, serves: 1 + shown.length };
}

export const isOnPage = ({ offset, limit }: Page, place: number): boolean =>
  place >= offset && place < offset + limit;
