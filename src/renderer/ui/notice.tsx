import type { ReactElement } from 'react';
import type { NoticeView } from '../model/workspace-state.ts';
import { actions, useWorkspace } from '../store.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { NOTICE } from './words/app.ts';

/** Said by the start screen, in the place of the file that is not there. */
export const isOfFile = (notice: NoticeView | null): boolean =>
  notice?.kind === 'error' && notice.about === undefined;

/** The newest thing to say; what is no error is read out with all else that happens. An open dialog says it itself; the empty screen says why a file can't be used. */
export function Notice(): ReactElement | null {
  const notice = useWorkspace((state) => state.notice);
  const isSaidElsewhere = useWorkspace(
    ({ sheet, notice: said, dialog }) => dialog !== 'none' || (sheet === null && isOfFile(said)),
  );
  if (notice === null || isSaidElsewhere) return null;
  const isError = notice.kind === 'error';
  return (
    <div
      className={`notice notice-${notice.kind}`}
      role={isError ? 'alert' : 'region'}
      aria-label={isError ? undefined : NOTICE.title}
    >
      <Icon name={isError ? 'invalid' : 'info'} />
      <p>{notice.text}</p>
      <IconButton icon="close" label={NOTICE.dismiss} onClick={() => actions.dismissNotice()} />
    </div>
  );
}
