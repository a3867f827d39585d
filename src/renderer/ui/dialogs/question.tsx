import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../icon.tsx';

interface QuestionProps {
  readonly title: string;
  /** What is lost. */
  readonly lead: string;
  readonly look: 'warning' | 'error';
  /** What keeps it, on the button that does. */
  readonly keep: string;
  /** What happens, on the button that does it. */
  readonly confirm: string;
  /** For tests to find it by. */
  readonly of: string;
  readonly onKeep: () => void;
  /** The question stays, and says that it is at work, until it resolves. */
  readonly onConfirm: () => Promise<void>;
}

/** Asks once, in place, with what is lost; keeping it is the default. */
export function Question(props: QuestionProps): ReactElement {
  const { title, lead, look, keep, confirm, of, onKeep, onConfirm } = props;
  const [isBusy, setIsBusy] = useState(false);
  const keepButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  useEffect(() => keepButton.current?.focus(), []);
  const confirmNow = async (): Promise<void> => {
    setIsBusy(true);
    await onConfirm();
    setIsBusy(false);
  };
  return (
    <div
      className={`callout callout-${look}`}
      role="alertdialog"
      aria-labelledby={titleId}
      data-question={of}
    >
      <Icon name="warning" />
      <div className="ask-once">
        <strong id={titleId}>{title}</strong>
        <p>{lead}</p>
        <div className="ask-once-actions">
          <button
            ref={keepButton}
            type="button"
            className="button button-plain"
            disabled={isBusy}
            onClick={onKeep}
          >
            {keep}
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
  );
}
