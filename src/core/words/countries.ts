import { remembering } from '../remembering.ts';

let names: Intl.DisplayNames | undefined;
const MOST_REMEMBERED = 300;

/** A country by the name people know it by. */
export const countryName = remembering(MOST_REMEMBERED, (code) => {
  names ??= new Intl.DisplayNames(['en-US'], { type: 'region' });
  return names.of(code) ?? code;
});
