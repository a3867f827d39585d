import type { Diagnostic, Fix, Place } from '../diagnostic.ts';
import { ADDRESS_FINDINGS } from './findings/addresses.ts';
import { CELL_FINDINGS } from './findings/cells.ts';
import { CONTACT_FINDINGS } from './findings/contacts.ts';
import { DAMAGE_FINDINGS } from './findings/damage.ts';
import { FILE_FINDINGS } from './findings/file.ts';
import { MAPPING_FINDINGS } from './findings/mapping.ts';
import { ROW_FINDINGS } from './findings/rows.ts';

/**
 * Every finding, in the words people read. The key is the finding's code; its parameters are those of its
 * sentence. A rule that reports something says which of these it is, and nothing else.
 */
const FINDINGS = {
  ...FILE_FINDINGS,
  ...MAPPING_FINDINGS,
  ...ROW_FINDINGS,
  ...CELL_FINDINGS,
  ...DAMAGE_FINDINGS,
  ...ADDRESS_FINDINGS,
  ...CONTACT_FINDINGS,
} as const;

export type DiagnosticCode = keyof typeof FINDINGS;
type Params<C extends DiagnosticCode> = Parameters<(typeof FINDINGS)[C]['say']>[0];

/** A finding at a place, in words. */
export function finding<C extends DiagnosticCode>(
  code: C,
  place: Place,
  ...[params, fix]: undefined extends Params<C>
    ? [params?: undefined, fix?: Fix]
    : [params: Params<C>, fix?: Fix]
): Diagnostic {
  const { severity, say } = FINDINGS[code];
  const message = (say as (params: unknown) => string)(params);
  return fix ? { severity, code, place, message, fix } : { severity, code, place, message };
}
