import { collectChanges } from '../../model/fixes/proposed-changes.ts';
import { showPreview } from '../fixes/preview-state.ts';
import { FIND } from '../words/find.ts';
import { useFind } from './find-state.ts';

/** Shows what replacing everywhere would change, before anything is. */
export function previewReplaceAll(): void {
  const { finder, query, replacement } = useFind.getState();
  if (finder === null) return;
  showPreview({
    title: FIND.preview(query.text, replacement),
    lead: FIND.previewLead,
    meant: 'shown',
    collect: (sheet, meant) =>
      collectChanges(sheet, meant, (row) =>
        finder
          .columnsFound(row)
          .map((column) => ({ column, after: finder.replaced(sheet.cell(row, column), replacement) })),
      ),
    confirm: FIND.replaceCells,
    done: FIND.replaced,
  });
}
