import { expect, it } from 'vitest';
import { localeAmong } from '../../src/main/system-locale.ts';

it.each([
  [['de-DE'], 'de-DE'],
  [['en_GB.UTF-8', 'de'], 'en-GB'],
  [['en-US@posix'], 'en-US'],
  [['C', 'de'], 'de'],
  [['', 'not a locale!'], 'en-US'],
  [[], 'en-US'],
])('of %j the locale is %s', (names, locale) => {
  expect(localeAmong(names)).toBe(locale);
});
