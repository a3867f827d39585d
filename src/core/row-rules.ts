import { countryNamed } from './address-rules/country.ts';
import { judgeAddress } from './address-rules/judge-address.ts';
import { type CompiledMapping, writeColumnOf } from './compiled-mapping.ts';
import { meantDomain } from './contact-rules/email-domain.ts';
import { phoneProblem } from './contact-rules/phone.ts';
import type { Diagnostic, Place, RowId } from './diagnostic.ts';
import { cellText, type EditedSheet } from './edited-sheet.ts';
import { editOf, type FieldEdit } from './edits.ts';
import { ADDRESS_NAMES, type AddressName, addressField, type Field } from './fields.ts';
import { finding } from './words/diagnostics.ts';
import { useInstead } from './words/findings/fixes.ts';

/** A row and what it asks for, as its rules see it. */
interface RuledRow {
  readonly edited: EditedSheet;
  readonly mapping: CompiledMapping;
  readonly row: RowId;
  readonly edits: readonly FieldEdit[];
}

/**
 * What the schema of the body allows, and people would not want all the same: parts of an address that don't go
 * together, phones that reach nobody, e-mails at mistyped providers. One finding per cell: what is wrong with a
 * damaged text is the damage.
 */
export function checkRowRules(ruled: RuledRow, diagnostics: Diagnostic[]): void {
  for (const name of ruled.mapping.addresses.keys()) checkAddress(name, ruled, diagnostics);
  const email = textSet(ruled, 'email');
  if (email !== undefined) checkEmail(email, ruled, diagnostics);
  const phone = textSet(ruled, 'phone');
  if (phone !== undefined) checkPhone(phone, ruled, diagnostics);
}

function checkAddress(name: AddressName, ruled: RuledRow, diagnostics: Diagnostic[]): void {
  const postalCode = textSet(ruled, addressField(name, 'postal_code'));
  const state = textSet(ruled, addressField(name, 'state'));
  const country = textSet(ruled, addressField(name, 'country'));
  if (postalCode !== undefined || state !== undefined || country !== undefined) {
    const texts = {
      postalCode,
      state: state ?? besides(ruled, name, 'state'),
      country: country ?? besides(ruled, name, 'country'),
    };
    judgeAddress(texts, (part) => placeOfField(ruled, addressField(name, part), diagnostics), diagnostics);
  }
  const street = editOf(ruled.edits, addressField(name, 'line1'));
  if (street?.kind === 'clear' && textSet(ruled, addressField(name, 'city')) !== undefined)
    diagnostics.push(finding('street_missing', { kind: 'row', row: ruled.row }, { address: name }));
}

function textSet({ edits }: RuledRow, field: Field): string | undefined {
  const edit = editOf(edits, field);
  return edit?.kind === 'set' && typeof edit.value === 'string' ? edit.value : undefined;
}

/** What another column of the row says of the address, though it does not write it; nothing where it is cleared. */
function besides(
  { edited, mapping, row, edits }: RuledRow,
  address: AddressName,
  part: 'state' | 'country',
): string | undefined {
  const column = mapping.whereabouts.get(address)?.[part];
  if (column === undefined || editOf(edits, addressField(address, part))) return undefined;
  const text = cellText(edited, row, column).trim();
  return text === '' ? undefined : text;
}

/** The cell that writes a field, unless something was found in it already, or a constant fills it. */
function placeOfField(
  { edited, mapping, row }: RuledRow,
  field: Field,
  diagnostics: readonly Diagnostic[],
): Place | undefined {
  const column = writeColumnOf(mapping, field);
  if (column === undefined || cellText(edited, row, column) === '') return undefined;
  const isFound = diagnostics.some(({ place }) => place.kind === 'cell' && place.column === column);
  return isFound ? undefined : { kind: 'cell', row, column };
}

function checkEmail(text: string, ruled: RuledRow, diagnostics: Diagnostic[]): void {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  const meant = at < 0 ? undefined : meantDomain(domain);
  const place = meant === undefined ? undefined : placeOfField(ruled, 'email', diagnostics);
  if (meant === undefined || !place) return;
  const fix = useInstead(text.slice(0, at + 1) + meant);
  diagnostics.push(finding('email_domain_mistyped', place, { domain, meant }, fix));
}

function checkPhone(text: string, ruled: RuledRow, diagnostics: Diagnostic[]): void {
  const problem = phoneProblem(text, () => countryOfRow(ruled));
  const place = problem && placeOfField(ruled, 'phone', diagnostics);
  if (place) diagnostics.push(finding('phone_not_possible', place, { text, problem: problem.kind }));
}

/** Where the customer is: by the billing address, else by the other. */
function countryOfRow(ruled: RuledRow): string | undefined {
  for (const name of ADDRESS_NAMES) {
    const text = textSet(ruled, addressField(name, 'country')) ?? besides(ruled, name, 'country');
    const named = text === undefined ? undefined : countryNamed(text);
    if (named) return named.country.code;
  }
  return undefined;
}
