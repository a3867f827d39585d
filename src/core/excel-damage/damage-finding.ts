import type { Diagnostic, Fix, Place } from '../diagnostic.ts';
import { finding } from '../words/diagnostics.ts';
import { useInstead } from '../words/findings/fixes.ts';
import type { Damage } from './damage.ts';

/** Damage as a finding, with what the text was before as its fix where that is known. */
export function damageFinding(damage: Damage, text: string, place: Place): Diagnostic {
  switch (damage.kind) {
    case 'misread':
      return damage.recovered === undefined
        ? finding('misread_and_lost', place, { text })
        : finding('misread_characters', place, { text, recovered: damage.recovered }, fixOf(damage));
    case 'lost_characters':
      return finding('lost_characters', place, { text });
    case 'invisible':
      return finding('invisible_characters', place, undefined, fixOf(damage));
    case 'cut':
      return finding('text_cut', place);
    case 'rounded_phone':
      return finding('rounded_number', place, { text }, fixOf(damage));
    case 'scientific':
      return finding('scientific_notation', place, { text }, fixOf(damage));
    case 'decimals':
      return finding('number_with_decimals', place, { text }, fixOf(damage));
    case 'thousands':
      return finding('number_with_separators', place, { text }, fixOf(damage));
    case 'date':
      return finding('became_a_date', place, { text }, fixOf(damage));
  }
}

function fixOf({ recovered }: { readonly recovered: string | undefined }): Fix | undefined {
  return recovered === undefined ? undefined : useInstead(recovered);
}
