import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { isOfFile } from '../notice.tsx';
import { platform } from '../platform.ts';
import { shortcutText } from '../shortcut.ts';
import { CommandButton } from '../toolbar/command-button.tsx';
import { START } from '../words/start.ts';
import { ImportProgressView } from './import-progress.tsx';
import { Logo } from './logo.tsx';
import { RecentFiles } from './recent-files.tsx';
import { SessionList } from './session-list.tsx';
import { UnfinishedRuns } from './unfinished-runs.tsx';

/** What there is before a sheet is open: a file, a sample, or where one left off. */
export function StartScreen(): ReactElement {
  const importing = useWorkspace((state) => state.importing);
  const unusable = useWorkspace(({ notice }) => (notice && isOfFile(notice) ? notice.text : null));
  return (
    <main className="start">
      <div className="start-column">
        <div className="start-heading">
          <Logo />
          <h1>{START.title}</h1>
          <p>{START.lead}</p>
        </div>
        {!importing && <UnfinishedRuns />}
        {importing ? <ImportProgressView progress={importing} /> : <DropBox unusable={unusable} />}
        {!importing && <SessionList />}
        {!importing && <RecentFiles />}
        {!importing && (
          <section className="start-sample">
            <Icon name="test" large />
            <div>
              <h2>{START.sampleTitle}</h2>
              <p>{START.sample}</p>
            </div>
            <CommandButton id="file.sample" look="plain" />
          </section>
        )}
      </div>
    </main>
  );
}

function DropBox({ unusable }: { readonly unusable: string | null }): ReactElement {
  return (
    <section className="drop-box">
      {unusable !== null && (
        <div className="drop-box-problem" role="alert">
          <Icon name="invalid" />
          <div>
            <strong>{START.unusable}</strong>
            <p>{unusable}</p>
          </div>
        </div>
      )}
      <p className="drop-box-title">{START.drop}</p>
      <CommandButton id="file.import" look="primary" />
      <p className="quiet">{START.paste(shortcutText({ key: 'v', mod: true }, platform))}</p>
    </section>
  );
}
