import { workspace } from '../store.ts';
import { takeHoursOf } from './formats.ts';

/** Times of day are written as the system does, once it is known how: before the first one is shown. */
export function keepHours(): void {
  workspace.subscribe(({ locale }, before) => {
    if (locale !== before.locale) takeHoursOf(locale);
  });
}
