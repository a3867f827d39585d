import type { FindingFilter } from '../../model/fixes/finding-kind.ts';
import { FINDINGS, KIND_TITLES } from '../words/finding-kinds.ts';

/** What a kind of findings is called. */
export const kindTitle = ({ code, lookAlike }: FindingFilter, sample: string): string =>
  lookAlike === undefined ? (KIND_TITLES[code] ?? sample) : FINDINGS.lookAlike(lookAlike);
