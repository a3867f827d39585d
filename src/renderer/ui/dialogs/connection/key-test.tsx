import type { ReactElement } from 'react';
import type { KeyTestResult } from '../../../../contract/settings-schemas.ts';
import { useWorkspace } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import type { IconName } from '../../icon-shapes.ts';
import { CONNECTION } from '../../words/connection.ts';

const ICONS: { readonly [tone in KeyTestResult['tone']]: IconName } = {
  good: 'applied',
  attention: 'warning',
  bad: 'rejected',
};

/** What the key was found to allow; nothing before it was tested. The place is always there, so that it is read out. */
export function KeyTest({ connectionId }: { readonly connectionId: string }): ReactElement {
  const test = useWorkspace((state) => state.keyTests.get(connectionId));
  return (
    <div className="key-test" role="status">
      {test === 'testing' && <span className="quiet">{CONNECTION.testing}</span>}
      {test !== undefined && test !== 'testing' && (
        <span className={`key-test-result tone-${test.tone}`} data-key-test={test.tone}>
          <Icon name={ICONS[test.tone]} />
          {test.text}
        </span>
      )}
    </div>
  );
}
