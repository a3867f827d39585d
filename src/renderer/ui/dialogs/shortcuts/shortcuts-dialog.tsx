import { Fragment, type ReactElement, useState } from 'react';
import type { Shortcut } from '../../../../contract/shortcut.ts';
import { Icon } from '../../icon.tsx';
import { platform } from '../../platform.ts';
import { shortcutText } from '../../shortcut.ts';
import { SHORTCUTS } from '../../words/shortcuts.ts';
import { Dialog } from '../dialog.tsx';
import { findShortcuts, type ShortcutGroup, shortcutGroups } from './shortcut-groups.ts';

const GROUPS = shortcutGroups(platform);

const keysText = (keys: Shortcut | string): string =>
  typeof keys === 'string' ? keys : shortcutText(keys, platform);

/** Every key that does something, by what it is about. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [words, setWords] = useState('');
  const found = findShortcuts(GROUPS, words, keysText);
  return (
    <Dialog
      title={SHORTCUTS.title}
      lead={SHORTCUTS.lead}
      kind="wide"
      focus="marked"
      onClose={onClose}
      footer={
        <button type="button" className="button button-plain" onClick={onClose}>
          {SHORTCUTS.close}
        </button>
      }
    >
      <div className="search shortcut-search" role="search">
        <Icon name="search" />
        <input
          type="search"
          data-initial-focus
          value={words}
          placeholder={SHORTCUTS.search}
          aria-label={SHORTCUTS.search}
          spellCheck={false}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || words === '') return;
            // Only the words go; the dialog stays.
            event.preventDefault();
            setWords('');
          }}
        />
      </div>
      {found.length === 0 && (
        <p className="quiet" role="status">
          {SHORTCUTS.none(words.trim())}
        </p>
      )}
      <div className="shortcut-groups">
        {found.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group: { title, lines } }: { readonly group: ShortcutGroup }): ReactElement {
  return (
    <section className="shortcut-group">
      <h3>{title}</h3>
      <dl>
        {lines.map(({ what, keys }) => (
          <div key={what} className="shortcut-line">
            <dt>{what}</dt>
            <dd>
              {keys.map(keysText).map((text, index) => (
                <Fragment key={text}>
                  {index > 0 && <span className="said"> {SHORTCUTS.or} </span>}
                  <kbd>{text}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
