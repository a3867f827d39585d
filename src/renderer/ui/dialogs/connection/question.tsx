import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../icon.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { InPlace } from './in-place.tsx';

interface QuestionProps {
  readonly title: string;
  readonly lead: string;
  /** What happens, on the button that does it. */
  readonly confirm: string;
  /** For tests to find it by. */
  readonly of: string;
  readonly onCancel: () => void;
  /** The question stays, and says that it is at work, until it resolves. */
  readonly onConfirm: () => Promise<void>;
}

/** Asks once, in place, with what is lost; keeping it is the default. */
export function Question({ title, lead, confirm, of, onCancel, onConfirm }: QuestionProps): ReactElement {
  const [isBusy, setIsBusy] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  useEffect(() => cancel.current?.focus(), []);
  const confirmNow = async (): Promise<void> => {
    setIsBusy(true);
    await onConfirm();
    setIsBusy(false);
  };
  return (
    <InPlace onCancel={onCancel}>
      <div className="callout callout-warning" role="alertdialog" aria-labelledby={titleId}>
        <Icon name="warning" />
        <div>
          <strong id={titleId}>{title}</strong>
          <p>{lead}</p>
          <div className="connection-actions">
            <button
              ref={cancel}
              type="button"
              className="button button-plain"
              disabled={isBusy}
              onClick={onCancel}
            >
              {CONNECTION.keep}
            </button>
            <button
              type="button"
              className="button button-danger"
              data-confirm={of}
              disabled={isBusy}
              onClick={() => void confirmNow()}
            >
              {confirm}
            </button>
          </div>
        </div>
      </div>
    </InPlace>
  );
}
