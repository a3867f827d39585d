import type { KeyboardEvent, ReactElement } from 'react';
import { ALL_STATES, ROW_STATES, type RowState } from '../../../core/row-state.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel, Tab } from '../../model/sheet-model.ts';
import { useWorkspace } from '../../store.ts';
import { Icon } from '../icon.tsx';
import { isRunning } from '../job-state.ts';
import { tabLabel } from '../words/app.ts';
import { SHEET } from '../words/sheet.ts';

/** Which rows are listed. Every state that has rows has a tab; rows with errors are under Errors. */
export function StateTabs({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const { counts, tab: current } = sheet;
  const running = useWorkspace(isRunning);
  const states = ALL_STATES.filter(
    (state) =>
      state !== 'invalid' &&
      ((counts[state] ?? 0) > 0 || state === current || (running && PASSED_IN_RUN.has(state))),
  );
  const tabs: readonly Tab[] = ['all', 'errors', 'warnings', ...states];
  return (
    <div className="tabs" role="tablist" aria-label={SHEET.states} onKeyDown={moveInTabs}>
      {tabs.map((tab) => (
        <StateTab
          key={tab}
          tab={tab}
          rows={counts[tab] ?? 0}
          isCurrent={tab === current}
          onChoose={() => sheet.show({ tab })}
        />
      ))}
    </div>
  );
}

/** While a run is on their rows come and go; their tabs stay, or the others would jump about. */
const PASSED_IN_RUN: ReadonlySet<RowState> = new Set(['queued', 'sending', 'applied']);

interface StateTabProps {
  readonly tab: Tab;
  readonly rows: number;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function StateTab({ tab, rows, isCurrent, onChoose }: StateTabProps): ReactElement {
  const mark = markOf(tab);
  return (
    <button
      type="button"
      role="tab"
      className={`tab${rows === 0 ? ' is-empty' : ''}`}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-tab={tab}
      onClick={onChoose}
    >
      {mark && (
        <span className={`tab-mark tone-${mark.tone}`}>
          <Icon name={mark.icon} />
        </span>
      )}
      <span>{tabLabel(tab)}</span>
      <span className="tab-count">{number(rows)}</span>
    </button>
  );
}

function markOf(tab: Tab) {
  if (tab === 'all') return undefined;
  if (tab === 'errors') return { icon: 'invalid', tone: 'bad' } as const;
  if (tab === 'warnings') return { icon: 'warning', tone: 'attention' } as const;
  return { icon: tab, tone: ROW_STATES[tab].tone } as const;
}

/** Arrow keys go from tab to tab and choose it. */
function moveInTabs(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const next = tabs.at((at + step) % tabs.length);
  next?.focus();
  next?.click();
}
