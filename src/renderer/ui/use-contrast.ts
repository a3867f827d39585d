import { useEffect } from 'react';
import { useWorkspace } from '../store.ts';

const SYSTEM_ASKS_FOR_MORE = '(prefers-contrast: more)';

/** The page's colours are those with more contrast where the system or the person asks for them (tokens.css). */
export function useContrast(): void {
  const chosen = useWorkspace((state) => state.settings.contrast);
  useEffect(() => {
    const system = matchMedia(SYSTEM_ASKS_FOR_MORE);
    const apply = (): void => {
      document.documentElement.dataset['contrast'] = chosen === 'more' || system.matches ? 'more' : 'usual';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [chosen]);
}
