import { type ReactElement, type ReactNode, useId } from 'react';
import { KEEP_DAYS } from '../../../../contract/history-schemas.ts';
import { CONTRASTS, THEMES } from '../../../../contract/settings-schemas.ts';
import type { WorkSettingName } from '../../../../core/work-settings.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { HISTORY, keepText } from '../../words/history.ts';
import { contrastText, SETTINGS, themeText } from '../../words/settings.ts';
import { Dialog } from '../dialog.tsx';
import { ChoiceSetting } from './choice-setting.tsx';
import { NumberSetting } from './number-setting.tsx';

const SAFETY: readonly WorkSettingName[] = [
  'pilotRows',
  'pauseShare',
  'rowsReadEach',
  'freshnessSeconds',
  'triesPerRow',
];
const SPEED: readonly WorkSettingName[] = ['shareLive', 'shareTest', 'concurrency'];
const NETWORK: readonly WorkSettingName[] = ['phaseSeconds', 'totalSeconds'];

/** All that can be chosen for the whole app, each with its meaning and bounds. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { theme, contrast, keepDays } = useWorkspace((state) => state.settings);
  return (
    <Dialog
      title={SETTINGS.title}
      lead={SETTINGS.lead}
      kind="side"
      onClose={onClose}
      footer={
        <button type="button" className="button button-plain" onClick={onClose}>
          {SETTINGS.close}
        </button>
      }
    >
      <Group title={SETTINGS.appearance}>
        <ChoiceSetting
          name="theme"
          label={SETTINGS.theme}
          meaning={SETTINGS.themeMeaning}
          choices={THEMES}
          textOf={themeText}
          value={theme}
          onChoose={(chosen) => void actions.settings.change({ theme: chosen })}
        />
        <ChoiceSetting
          name="contrast"
          label={SETTINGS.contrast}
          meaning={SETTINGS.contrastMeaning}
          choices={CONTRASTS}
          textOf={contrastText}
          value={contrast}
          onChoose={(chosen) => void actions.settings.change({ contrast: chosen })}
        />
      </Group>
      <Group title={SETTINGS.safety}>{numbers(SAFETY)}</Group>
      <Group title={SETTINGS.speed}>{numbers(SPEED)}</Group>
      <Group title={SETTINGS.network}>{numbers(NETWORK)}</Group>
      <Group title={SETTINGS.history}>
        <ChoiceSetting
          name="keepDays"
          label={HISTORY.keepFor}
          meaning={HISTORY.keepHint}
          choices={KEEP_DAYS}
          textOf={keepText}
          value={keepDays}
          onChoose={(chosen) => void actions.settings.change({ keepDays: chosen })}
        />
      </Group>
    </Dialog>
  );
}

const numbers = (names: readonly WorkSettingName[]): ReactNode =>
  names.map((name) => <NumberSetting key={name} name={name} />);

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const titleId = useId();
  return (
    <section className="settings-group" aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      {children}
    </section>
  );
}
