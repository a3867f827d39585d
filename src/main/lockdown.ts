import type { App, Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '../contract/names.ts';

const PAGE = `${APP_ORIGIN}/`;

/**
 * SECURITY: the window shows its one page and does nothing else. It goes nowhere, opens nothing, is granted
 * nothing and fetches nothing from outside; whatever gets into it stays there.
 */
export function lockWindows(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    const deny = (event: { preventDefault(): void }): void => event.preventDefault();
    contents.on('will-navigate', (event) => {
      // The page itself may load again, as hot reload asks it to.
      if (event.url !== PAGE) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-redirect', deny);
    contents.on('will-attach-webview', deny);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** SECURITY: the same for what a page may ask of the browser around it. */
export function lockSession(session: Session, devServer: URL | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  // No dictionaries are fetched either.
  session.setSpellCheckerEnabled(false);
  const allowed = new Set([`${APP_SCHEME}:`, 'data:', 'blob:', 'devtools:']);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol, host } = new URL(url);
    answer({ cancel: !allowed.has(protocol) && host !== devServer?.host });
  });
}
