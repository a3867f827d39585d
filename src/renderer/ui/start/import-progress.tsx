import type { ReactElement } from 'react';
import type { ImportProgress } from '../../model/workspace-state.ts';
import { actions } from '../../store.ts';
import { percent } from '../formats.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { IMPORT } from '../words/import.ts';
import { START } from '../words/start.ts';

/** How far reading a file is, and a way out of it. */
export function ImportProgressView({ progress }: { readonly progress: ImportProgress }): ReactElement {
  const { fileName, done, total } = progress;
  return (
    <section className="importing">
      <strong>{fileName}</strong>
      <ProgressBar done={done} total={total} label={START.reading} />
      <div className="importing-row quiet">
        <span>{START.reading}</span>
        <span>{percent(total === 0 ? 0 : done / total)}</span>
      </div>
      <button type="button" className="button button-plain" onClick={() => void actions.abandonImport()}>
        {IMPORT.cancel}
      </button>
    </section>
  );
}
