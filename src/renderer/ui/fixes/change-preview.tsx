import { type ReactElement, useMemo, useState } from 'react';
import { columnGroups, isTickedFirst } from '../../model/fixes/column-groups.ts';
import { type MeantRows, MOST_CHANGES } from '../../model/fixes/proposed-changes.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { ConfirmButtons } from '../dialogs/confirm-buttons.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { say } from '../say.ts';
import { PREVIEW } from '../words/fixes.ts';
import { ChangeList } from './change-list.tsx';
import { type Choice, chosenChanges, chosenCount } from './choice.ts';
import { ColumnChoice } from './column-choice.tsx';
import { closePreview, type PreviewRequest } from './preview-state.ts';
import { RowsChoice } from './rows-choice.tsx';
import { useProposed } from './use-proposed.ts';

interface ChangePreviewProps {
  readonly sheet: SheetModel;
  readonly request: PreviewRequest;
}

/** What would be changed, before it is: by column, the first cells one by one. Confirmed, it is one step. */
export function ChangePreview({ sheet, request }: ChangePreviewProps): ReactElement {
  const [meant, setMeant] = useState<MeantRows>(request.meant);
  const proposed = useProposed(sheet, request, meant);
  const groups = useMemo(() => (proposed ? columnGroups(proposed.changes, sheet) : []), [proposed, sheet]);
  const [made, setMade] = useState<Partial<Choice>>({});
  const columns =
    made.columns ??
    new Set(
      groups.filter((group) => request.ticksAll === true || isTickedFirst(group)).map(({ column }) => column),
    );
  const choice: Choice = { columns, left: made.left ?? NOTHING_LEFT };
  const cells = proposed ? chosenCount(proposed.changes, groups, choice) : 0;
  const confirm = (): void => {
    if (!proposed) return;
    sheet.edit(chosenChanges(proposed.changes, choice));
    closePreview();
    say(request.done(cells));
  };
  return (
    <Dialog
      title={request.title}
      lead={request.lead}
      kind="side"
      onClose={closePreview}
      footer={
        <ConfirmButtons
          of="changes"
          cancel={PREVIEW.cancel}
          confirm={request.confirm(cells)}
          canConfirm={cells > 0}
          onCancel={closePreview}
          onConfirm={confirm}
        />
      }
    >
      {sheet.shown.length < sheet.counts.all && (
        <RowsChoice
          meant={meant}
          onChoose={(rows) => {
            setMeant(rows);
            setMade({});
          }}
        />
      )}
      {!proposed && (
        <p className="quiet" role="status">
          {PREVIEW.collecting}
        </p>
      )}
      {proposed?.changes.length === 0 && <p role="status">{PREVIEW.nothing}</p>}
      {proposed && proposed.lockedRows > 0 && <p className="quiet">{PREVIEW.locked(proposed.lockedRows)}</p>}
      {proposed?.isCut && <p className="inline-problem">{PREVIEW.cut(MOST_CHANGES)}</p>}
      {groups.length > 0 && (
        <ColumnChoice
          sheet={sheet}
          groups={groups}
          ticked={columns}
          onTick={(ticked) => setMade({ ...made, columns: ticked })}
        />
      )}
      {proposed && (
        <ChangeList
          sheet={sheet}
          changes={proposed.changes}
          choice={choice}
          onLeave={(left) => setMade({ ...made, left })}
        />
      )}
    </Dialog>
  );
}

const NOTHING_LEFT: ReadonlySet<string> = new Set();
