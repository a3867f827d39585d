import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { Finder } from '../../model/find/finder.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { workspace } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { FIND } from '../words/find.ts';
import { closeFind, findNext } from './find-actions.ts';
import { FindCount } from './find-count.tsx';
import { arrivedAt, setQuery, useFind } from './find-state.ts';
import { useHighlights } from './highlights.ts';
import { ReplaceLine } from './replace-line.tsx';
import { ScopeSelect } from './scope-select.tsx';

/** Finding, and replacing, in the cells of the sheet. It stays out of the way of the grid, which goes on working. */
export function FindBar({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const { shows, query, asked } = useFind();
  const input = useRef<HTMLInputElement>(null);
  const replaces = shows === 'replace';
  useFinder(sheet);
  useHighlights();
  useEffect(() => {
    if (asked > 0) input.current?.select();
  }, [asked]);
  return (
    <search className="find-bar" aria-label={FIND.title} onKeyDown={closeOnEscape}>
      <button
        type="button"
        className="button button-icon find-more"
        aria-label={FIND.showReplace}
        title={FIND.showReplace}
        aria-expanded={replaces}
        onClick={() => useFind.setState({ shows: replaces ? 'find' : 'replace' })}
      >
        <Icon name="open_menu" />
      </button>
      <div className="find-lines">
        <div className="find-line">
          <div className="find-field">
            <input
              ref={input}
              className="input"
              value={query.text}
              placeholder={FIND.find}
              aria-label={FIND.find}
              spellCheck={false}
              data-find="text"
              onChange={(event) => setQuery({ text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
                event.preventDefault();
                findNext(event.shiftKey ? -1 : 1);
              }}
            />
            <Toggle
              label={FIND.matchCase}
              text={FIND.matchCaseShort}
              isOn={query.matchCase}
              onToggle={(matchCase) => setQuery({ matchCase })}
            />
            <Toggle
              label={FIND.wholeCellWhy}
              text={FIND.wholeCell}
              isOn={query.wholeCell}
              onToggle={(wholeCell) => setQuery({ wholeCell })}
            />
          </div>
          <ScopeSelect sheet={sheet} />
          <StepButton label={FIND.previous} icon="up" direction={-1} />
          <StepButton label={FIND.next} icon="down" direction={1} />
          <FindCount />
        </div>
        {replaces && <ReplaceLine sheet={sheet} />}
      </div>
      <button
        type="button"
        className="button button-icon find-close"
        aria-label={FIND.close}
        title={FIND.close}
        onClick={closeFind}
      >
        <Icon name="close" />
      </button>
    </search>
  );
}

/** Looks as long as the bar is open; what is selected in the grid is where the next step starts. */
function useFinder(sheet: SheetModel): void {
  const query = useFind((state) => state.query);
  useEffect(() => {
    const finder = new Finder(sheet, () => useFind.setState(({ version }) => ({ version: version + 1 })));
    useFind.setState({ finder, goingTo: [] });
    const unsubscribe = workspace.subscribe((now, before) => {
      if (now.selectedRow !== before.selectedRow || now.selectedColumn !== before.selectedColumn)
        arrivedAt(now.selectedRow, now.selectedColumn);
    });
    return () => {
      unsubscribe();
      finder.close();
      // Where to look was said of this sheet and its selection.
      setQuery({ scope: { kind: 'all' } });
      useFind.setState({ finder: null });
    };
  }, [sheet]);
  const finder = useFind((state) => state.finder);
  useEffect(() => finder?.search(query), [finder, query]);
}

interface ToggleProps {
  readonly label: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Toggle({ label, text, isOn, onToggle }: ToggleProps): ReactElement {
  return (
    <button
      type="button"
      className="button button-small find-toggle"
      title={label}
      aria-description={label}
      aria-pressed={isOn}
      onClick={() => onToggle(!isOn)}
    >
      {text}
    </button>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly icon: 'up' | 'down';
  readonly direction: 1 | -1;
}

function StepButton({ label, icon, direction }: StepButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      title={label}
      data-find={icon === 'up' ? 'previous' : 'next'}
      onClick={() => findNext(direction)}
    >
      <Icon name={icon} />
    </button>
  );
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  closeFind();
}
