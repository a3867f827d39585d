import type { Severity } from '../../diagnostic.ts';

/** Findings in the words people read: by code, with the parameters of each one's sentence. */
export interface FindingWords {
  readonly [code: string]: { readonly severity: Severity; readonly say: (params: never) => string };
}
