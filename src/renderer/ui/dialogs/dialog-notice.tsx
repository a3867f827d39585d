import { type ReactElement, useState } from 'react';
import { useWorkspace } from '../../store.ts';
import { Icon } from '../icon.tsx';

/** What went wrong while a dialog is open: nothing outside it can be seen or reached. */
export function DialogNotice(): ReactElement | null {
  const notice = useWorkspace((state) => state.notice);
  const [saidBefore] = useState(notice);
  if (notice === null || notice === saidBefore || notice.kind !== 'error') return null;
  return (
    <div className="callout callout-error dialog-notice" role="alert">
      <Icon name="invalid" />
      <p>{notice.text}</p>
    </div>
  );
}
