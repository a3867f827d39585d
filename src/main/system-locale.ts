/** A locale that every text of ours goes with. */
const FALLBACK = 'en-US';

/**
 * The first of the names that is a locale. What a system calls its own may be none: `en_US@posix`, `C`.
 *
 * @returns as BCP 47
 */
export function localeAmong(names: readonly string[]): string {
  for (const name of names) {
    const plain = name.replace(/[.@].*$/, '').replaceAll('_', '-');
    try {
      const [locale] = Intl.getCanonicalLocales(plain);
      if (locale !== undefined) return locale;
    } catch {
      // The next one then.
    }
  }
  return FALLBACK;
}
