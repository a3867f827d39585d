import type { Fix } from '../diagnostic.ts';
import { withoutInvisible } from './invisible.ts';

/**
 * Takes away spaces around a text and what nobody sees in it; `undefined` where there is nothing of either. An id or
 * an e-mail has no place for spaces: those that are not plain ones came from somewhere else.
 */
export function cleaningFix(text: string, kind: 'text' | 'one word' = 'text'): Fix | undefined {
  const cleaned = withoutInvisible(text, kind === 'text' ? ' ' : '').trim();
  return cleaned === text ? undefined : { label: 'Remove the spaces', text: cleaned };
}
