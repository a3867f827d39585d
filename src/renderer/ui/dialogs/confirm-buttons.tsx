import type { ReactElement } from 'react';

interface ConfirmButtonsProps {
  /** What is confirmed, for tests to find it by. */
  readonly of: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The foot of a dialog that shows what would be changed: nothing is, until it is confirmed. */
export function ConfirmButtons({
  of,
  cancel,
  confirm,
  canConfirm,
  onCancel,
  onConfirm,
}: ConfirmButtonsProps): ReactElement {
  return (
    <>
      <button type="button" className="button button-plain" onClick={onCancel}>
        {cancel}
      </button>
      <button
        type="button"
        className="button button-primary"
        disabled={!canConfirm}
        data-confirm={of}
        onClick={onConfirm}
      >
        {confirm}
      </button>
    </>
  );
}
