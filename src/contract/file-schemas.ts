import { z } from '../core/zod.ts';

/** A file that was imported before. SECURITY: named by its id; what the window gets of its path is text to read. */
export const recentFileSchema = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  /** Where it is, shortened: `~/Documents/Corrections`. */
  folder: z.string(),
  /** ISO 8601. */
  openedAt: z.string(),
  isMissing: z.boolean(),
});
export type RecentFileView = z.infer<typeof recentFileSchema>;

/** A file that somebody wants opened from outside the window. */
export const fileOfferSchema = z.strictObject({ offerId: z.uuid(), fileName: z.string() });
export type FileOffer = z.infer<typeof fileOfferSchema>;

/** How the window is laid out, as far as that is the page’s own doing. */
export const pageLayoutSchema = z.strictObject({
  inspectorIsOpen: z.boolean(),
  inspectorWidth: z.int().min(0).max(10_000),
});
export type PageLayout = z.infer<typeof pageLayoutSchema>;
