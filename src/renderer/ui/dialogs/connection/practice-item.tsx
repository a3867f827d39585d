import { type ReactElement, useRef, useState } from 'react';
import { actions } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { CONNECTION } from '../../words/connection.ts';
import { Question } from '../question.tsx';
import { ConnectionTools } from './connection-tools.tsx';
import { InPlace } from './in-place.tsx';
import { InUse } from './in-use.tsx';

interface PracticeItemProps {
  /** It was used since the app started: there may be something to start over from. */
  readonly isStarted: boolean;
  readonly isUsed: boolean;
  readonly onUse: () => void;
}

/** The practice server among the connections: always there, and started when it is used. */
export function PracticeItem({ isStarted, isUsed, onUse }: PracticeItemProps): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  const [wasReset, setWasReset] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const done = (): void => {
    item.current?.querySelector<HTMLElement>('[data-do="reset"]')?.focus();
    setIsAsking(false);
  };
  const reset = async (): Promise<void> => {
    const isDone = await actions.connections.resetPractice();
    setWasReset(isDone);
    if (isDone) actions.tell(CONNECTION.wasReset);
    done();
  };
  return (
    <li ref={item} className={`connection${isUsed ? ' is-used' : ''}`}>
      <div className="connection-line">
        <ModeBadge mode="TEST" />
        <div className="connection-words">
          <strong>{CONNECTION.practice}</strong>
          <span className="quiet">{CONNECTION.practiceHint}</span>
        </div>
        {isUsed ? (
          <InUse />
        ) : (
          <button type="button" className="button button-plain" data-connection="practice" onClick={onUse}>
            {CONNECTION.use}
          </button>
        )}
      </div>
      {isStarted && (
        <div className="connection-below">
          <ConnectionTools
            name={CONNECTION.practice}
            tools={[{ id: 'reset', label: CONNECTION.reset, onClick: () => setIsAsking(!isAsking) }]}
          />
          <div className="key-test" role="status">
            {wasReset && (
              <span className="key-test-result tone-good">
                <Icon name="applied" />
                {CONNECTION.wasReset}
              </span>
            )}
          </div>
        </div>
      )}
      {isAsking && (
        <InPlace onCancel={done}>
          <Question
            of="reset"
            look="warning"
            title={CONNECTION.resetQuestion}
            lead={CONNECTION.resetLead}
            keep={CONNECTION.keep}
            confirm={CONNECTION.resetNow}
            onKeep={done}
            onConfirm={reset}
          />
        </InPlace>
      )}
    </li>
  );
}
