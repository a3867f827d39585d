import { APP_ORIGIN } from '../contract/names.ts';

/** What is looked at of a message's sender; Electron's events have it, and tests can make it. */
export interface MessageEvent {
  /** `null` where the frame is gone or went elsewhere since. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/**
 * SECURITY: only the app's own page may ask for anything: its top frame, from its own origin. A frame that is
 * gone, a frame in it or a page from elsewhere is refused, with no hint at why.
 *
 * @throws where the sender is any other
 */
export function mustBeOurPage({ senderFrame }: MessageEvent): void {
  const isOurs = senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN;
  if (!isOurs) throw new Error('This sender is refused.');
}
