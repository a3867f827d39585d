import { type ReactElement, useEffect, useState } from 'react';
import type { RowId } from '../../../core/diagnostic.ts';
import type { CopiedOfRow } from '../../model/workspace-actions.ts';
import { actions } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { INSPECTOR } from '../words/inspector.ts';

const COPIED_SHOWN_MS = 1_500;

interface CopyButtonProps {
  readonly row: RowId;
  readonly what: CopiedOfRow;
  /** For whoever does not see what it stands beside. */
  readonly label: string;
  readonly iconOnly?: boolean;
}

/** Has the host copy something about a row; the window itself may not write to the clipboard. Says when it is there. */
export function CopyButton({ row, what, label, iconOnly = false }: CopyButtonProps): ReactElement {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => setIsCopied(await actions.copyOfRow(row, what));
  return (
    <>
      <button
        type="button"
        className={`button button-ghost ${iconOnly ? 'button-icon' : 'button-small'}`}
        aria-label={label}
        title={label}
        data-copy={typeof what === 'string' ? what : 'request_id'}
        onClick={() => void copy()}
      >
        <Icon name={isCopied ? 'applied' : 'copy'} />
        {!iconOnly && <span aria-hidden="true">{isCopied ? INSPECTOR.copied : INSPECTOR.copy}</span>}
      </button>
      {/* What is inside a button is not read out when it changes. */}
      <span className="said" role="status">
        {isCopied ? INSPECTOR.copied : ''}
      </span>
    </>
  );
}
