import { type ReactElement, useEffect, useState } from 'react';
import { finishInSlices } from '../../model/breathe.ts';
import { collectMerges, mergeOperations, type ProposedMerges } from '../../model/fixes/customer-merges.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { ConfirmButtons } from '../dialogs/confirm-buttons.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { Icon } from '../icon.tsx';
import { say } from '../say.ts';
import { MERGE } from '../words/finding-kinds.ts';
import { closeMerges } from './merge-state.ts';
import { refusalText, TakenCells } from './merge-text.tsx';

/** As many as a person can look at one by one. */
const MOST_LISTED = 100;

/** All customers with several rows: what merging them would do, before it is done, and why some can't be. */
export function MergePreview({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const [proposed, setProposed] = useState<ProposedMerges>();
  useEffect(() => finishInSlices(collectMerges(sheet), setProposed), [sheet]);
  const { merges = [], refused = [] } = proposed ?? {};
  const confirm = (): void => {
    sheet.doStep(mergeOperations(merges));
    closeMerges();
    say(MERGE.done(merges.length));
  };
  return (
    <Dialog
      title={MERGE.title}
      lead={MERGE.lead}
      kind="side"
      onClose={closeMerges}
      footer={
        <ConfirmButtons
          of="merges"
          cancel={MERGE.cancel}
          confirm={MERGE.confirm(merges.length)}
          canConfirm={merges.length > 0}
          onCancel={closeMerges}
          onConfirm={confirm}
        />
      }
    >
      {!proposed && <p role="status">{MERGE.collecting}</p>}
      {proposed && merges.length + refused.length === 0 && <p role="status">{MERGE.nothing}</p>}
      {merges.length > 0 && (
        <section className="merges">
          <h3>{MERGE.mergeable(merges.length)}</h3>
          <ul>
            {merges.slice(0, MOST_LISTED).map((merge) => (
              <li key={merge.into}>
                <p>
                  {MERGE.into(
                    sheet.lineOf(merge.into),
                    merge.others.map((row) => sheet.lineOf(row)),
                  )}
                </p>
                <TakenCells sheet={sheet} merge={merge} />
              </li>
            ))}
          </ul>
          <More of={merges.length} />
        </section>
      )}
      {refused.length > 0 && (
        <section className="merges">
          <h3>{MERGE.refused(refused.length)}</h3>
          {refused.some(({ merge }) => merge.kind === 'contradicting') && (
            <p className="quiet">{MERGE.refusedHint}</p>
          )}
          <ul>
            {refused.slice(0, MOST_LISTED).map((found) => (
              <li key={found.rows[0]} className="merge-refused">
                <Icon name="invalid" />
                <p>{refusalText(sheet, found)}</p>
              </li>
            ))}
          </ul>
          <More of={refused.length} />
        </section>
      )}
    </Dialog>
  );
}

function More({ of: customers }: { readonly of: number }): ReactElement | null {
  return customers > MOST_LISTED ? <p className="quiet">{MERGE.more(customers - MOST_LISTED)}</p> : null;
}
