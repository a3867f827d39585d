import type { ReactElement } from 'react';
import { create } from 'zustand';
import { afterFrame } from '../../model/breathe.ts';
import { workspace } from '../../store.ts';
import { Announcer } from './announcer.ts';

interface AnnouncementState {
  readonly text: string;
  /** Counts what was said, so that the same words are said again. */
  readonly said: number;
}

const useAnnouncement = create<AnnouncementState>(() => ({ text: '', said: 0 }));

/** There from the beginning and empty: a region that comes together with its words is often not read out. */
export function Announcements(): ReactElement {
  const { text, said } = useAnnouncement();
  return (
    <div className="said" role="status" data-announcements>
      <span key={said}>{text}</span>
    </div>
  );
}

/** Says what happens, a frame later: what belongs together is there by then, and is said in one. */
export function keepAnnouncing(): void {
  const announcer = new Announcer();
  let isWaiting = false;
  const tell = async (): Promise<void> => {
    if (isWaiting) return;
    isWaiting = true;
    await afterFrame();
    isWaiting = false;
    const text = announcer.next(workspace.getState());
    if (text !== undefined) useAnnouncement.setState(({ said }) => ({ text, said: said + 1 }));
  };
  workspace.subscribe(() => void tell());
}
