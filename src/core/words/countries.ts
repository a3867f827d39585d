let names: Intl.DisplayNames | undefined;

/** A country by the name people know it by. */
export function countryName(code: string): string {
  names ??= new Intl.DisplayNames(['en-US'], { type: 'region' });
  return names.of(code) ?? code;
}
