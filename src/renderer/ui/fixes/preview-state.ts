import { create } from 'zustand';
import type { MeantRows, ProposedChanges } from '../../model/fixes/proposed-changes.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

/** Something that would change many cells: shown first, and done as one step when it is confirmed. */
export interface PreviewRequest {
  readonly title: string;
  readonly lead: string;
  /** Which rows are meant until the person says otherwise. */
  readonly meant: MeantRows;
  /** Otherwise columns that are more than an edit are ticked by hand. */
  readonly ticksAll?: boolean;
  /** Small steps that collect what would be changed. */
  readonly collect: (sheet: SheetModel, meant: MeantRows) => Iterator<unknown, ProposedChanges>;
  /** What the button that does it says. */
  readonly confirm: (cells: number) => string;
  /** What is said when it was done. */
  readonly done: (cells: number) => string;
}

export const usePreview = create<{ readonly request: PreviewRequest | null }>(() => ({ request: null }));

export const showPreview = (request: PreviewRequest): void => usePreview.setState({ request });

export const closePreview = (): void => usePreview.setState({ request: null });
