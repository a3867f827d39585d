import type { SheetModel } from './sheet-model.ts';

/**
 * A dry run or a run takes the rows of a tab on to their next state: whoever looked at them would look at an empty
 * list. Errors and warnings are looked for on purpose, and none of them left is good news.
 */
export function leaveEmptiedTab(sheet: Pick<SheetModel, 'tab' | 'counts' | 'show'>): void {
  const { tab, counts } = sheet;
  if (tab === 'all' || tab === 'errors' || tab === 'warnings' || (counts[tab] ?? 0) > 0) return;
  sheet.show({ tab: (counts.update ?? 0) > 0 ? 'update' : 'all' });
}
