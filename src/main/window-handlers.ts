import type { PageLayout } from '../contract/file-schemas.ts';
import type { WindowCommandId } from '../contract/window-commands.ts';
import { ok } from '../core/result.ts';
import type { CommandHandlersOf } from './dispatcher.ts';

/** What of the window’s frame is Electron’s. */
export interface WindowPorts {
  /** As if the keys for it were pressed in the window. */
  readonly useClipboard: (action: 'cut' | 'copy' | 'paste') => void;
  /** Undoes or redoes in the text field that has the focus. */
  readonly stepText: (step: 'undo' | 'redo') => void;
  /** What the native menu does not grey out. */
  readonly enableMenu: (commands: readonly WindowCommandId[]) => void;
  /** How the page was laid out, if it ever was. */
  readonly layout: { get(): PageLayout | undefined; set(layout: PageLayout): void };
}

/** What the page asks of the frame around it. */
export function windowHandlers({
  useClipboard,
  stepText,
  enableMenu,
  layout,
}: WindowPorts): CommandHandlersOf<'window' | 'menu'> {
  return {
    'window.clipboard': ({ action }) => {
      useClipboard(action);
      return ok({});
    },
    'window.text_step': ({ step }) => {
      stepText(step);
      return ok({});
    },
    'window.layout': (shown) => {
      layout.set(shown);
      return ok({});
    },
    'menu.enabled': ({ commands }) => {
      enableMenu(commands);
      return ok({});
    },
  };
}
