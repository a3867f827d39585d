import type { Host } from '../model/host.ts';
import { workspace } from '../store.ts';
import { resizeInspector, useView } from './view-state.ts';

/** A width that is being dragged changes all the time. */
const WAIT_MS = 500;

/** The page is laid out as it was left, and the host is told how it is now. */
export function keepLayout(host: Host): void {
  workspace.subscribe(({ layout }, before) => {
    if (layout === null || layout === before.layout) return;
    useView.setState({ inspectorIsOpen: layout.inspectorIsOpen });
    resizeInspector(layout.inspectorWidth);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { inspectorIsOpen, inspectorWidth } = useView.getState();
    void host.command('window.layout', { inspectorIsOpen, inspectorWidth });
  };
  useView.subscribe(({ inspectorIsOpen, inspectorWidth }, before) => {
    if (inspectorIsOpen === before.inspectorIsOpen && inspectorWidth === before.inspectorWidth) return;
    clearTimeout(timer);
    timer = setTimeout(tell, WAIT_MS);
  });
  // Closing the window waits for nothing.
  addEventListener('pagehide', () => {
    if (timer !== undefined) tell();
  });
}
