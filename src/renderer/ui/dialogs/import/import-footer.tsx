import type { ReactElement } from 'react';
import type { ImportProgress } from '../../../model/workspace-state.ts';
import { actions } from '../../../store.ts';
import { ProgressBar } from '../../progress-bar.tsx';
import { IMPORT } from '../../words/import.ts';

/** What can be done about the file as it was read. */
export type NextStep = 'reading' | 'map' | 'done' | 'put right' | 'unusable';

interface ImportFooterProps {
  readonly next: NextStep;
  readonly progress: ImportProgress | null;
  readonly summary: string;
}

/** What comes next after a look at how the file was read, or how far reading it is. */
export function ImportFooter({ next, progress, summary }: ImportFooterProps): ReactElement {
  return (
    <>
      {progress ? (
        <div className="import-progress" role="status">
          <span>{IMPORT.reading}</span>
          <ProgressBar done={progress.done} total={progress.total} label={IMPORT.reading} />
        </div>
      ) : (
        <p className="import-summary" aria-live="polite">
          {summary}
        </p>
      )}
      <Buttons next={next} />
    </>
  );
}

function Buttons({ next }: { readonly next: NextStep }): ReactElement {
  const abandon = (): void => void actions.abandonImport();
  const look = (): void => actions.showDialog('none');
  switch (next) {
    case 'reading':
      return <Button look="plain" label={IMPORT.cancel} onClick={abandon} />;
    case 'map':
      return (
        <>
          <Button look="ghost" label={IMPORT.close} onClick={abandon} />
          <Button look="primary" label={IMPORT.next} onClick={() => actions.showDialog('mapping')} />
        </>
      );
    case 'done':
      return <Button look="primary" label={IMPORT.done} onClick={look} />;
    case 'put right':
      return (
        <>
          <Button look="ghost" label={IMPORT.lookAnyway} onClick={look} />
          <Button look="primary" label={IMPORT.close} onClick={abandon} />
        </>
      );
    case 'unusable':
      return <Button look="primary" label={IMPORT.close} onClick={abandon} />;
  }
}

function Button({
  look,
  label,
  onClick,
}: {
  readonly look: 'primary' | 'plain' | 'ghost';
  readonly label: string;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className={`button button-${look}`}
      data-initial-focus={look === 'primary' ? true : undefined}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
