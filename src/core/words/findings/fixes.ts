import type { Fix } from '../../diagnostic.ts';
import { quoted } from '../text.ts';

/** A fix that names what it puts into the cell. */
export const useInstead = (text: string): Fix => ({ label: `Use ${quoted(text)}`, text });
