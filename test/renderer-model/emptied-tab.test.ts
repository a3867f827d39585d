import { describe, expect, it } from 'vitest';
import { leaveEmptiedTab } from '../../src/renderer/model/emptied-tab.ts';
import type { SheetModel, Tab } from '../../src/renderer/model/sheet-model.ts';

/** Where the sheet is afterwards. */
function tabAfter(tab: Tab, counts: Partial<SheetModel['counts']>): Tab {
  let now = tab;
  leaveEmptiedTab({
    tab,
    counts: { all: 9, errors: 0, warnings: 0, ...counts },
    show: (view) => {
      now = view.tab ?? now;
    },
  });
  return now;
}

describe('a tab whose rows went on to their next state', () => {
  it('is left for what is to be written, or for all rows where nothing is', () => {
    expect(tabAfter('ready', { update: 3 })).toBe('update');
    expect(tabAfter('ready', { unchanged: 9 })).toBe('all');
    expect(tabAfter('update', { queued: 3 })).toBe('all');
  });

  it('is not left while it has rows, nor where nothing in it was hoped for', () => {
    expect(tabAfter('not_found', { not_found: 1, update: 3 })).toBe('not_found');
    expect(tabAfter('errors', { update: 3 })).toBe('errors');
    expect(tabAfter('warnings', { update: 3 })).toBe('warnings');
    expect(tabAfter('all', { update: 3 })).toBe('all');
  });
});
