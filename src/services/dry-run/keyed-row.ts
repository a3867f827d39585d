import type { RowId } from '../../core/diagnostic.ts';
import type { RowKey } from '../../core/row-key.ts';

/** A row whose customer is looked for. */
export interface KeyedRow {
  readonly row: RowId;
  readonly key: RowKey;
}

/** Rows by the text of their key: ids match in any case, as they do at Atlas; e-mails only exactly. */
export function rowsByKey(all: readonly KeyedRow[], by: RowKey['by']): ReadonlyMap<string, readonly RowId[]> {
  const rows = new Map<string, RowId[]>();
  for (const { row, key } of all) {
    if (key.by !== by) continue;
    const text = by === 'id' ? key.text.toLowerCase() : key.text;
    const same = rows.get(text);
    if (same) same.push(row);
    else rows.set(text, [row]);
  }
  return rows;
}
