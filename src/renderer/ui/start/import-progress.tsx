import type { ReactElement } from 'react';
import type { ImportProgress } from '../../model/workspace-model.ts';
import { percent } from '../formats.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { IMPORT_STAGES } from '../words.ts';

export function ImportProgressView({ progress }: { readonly progress: ImportProgress }): ReactElement {
  const { fileName, stage, done, total } = progress;
  return (
    <section className="importing" role="status">
      <strong>{fileName}</strong>
      <ProgressBar done={done} total={total} label={IMPORT_STAGES[stage]} />
      <div className="importing-row quiet">
        <span>{IMPORT_STAGES[stage]}</span>
        <span>{percent(total === 0 ? 0 : done / total)}</span>
      </div>
    </section>
  );
}
