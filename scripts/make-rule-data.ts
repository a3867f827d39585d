import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.ts';
import { countryNamesData } from './rule-data/country-names.ts';
import { diallingData } from './rule-data/dialling.ts';
import { emailDomainsData } from './rule-data/email-domains.ts';
import { placesData } from './rule-data/places.ts';

/**
 * What the rules for addresses, phones and e-mails know of the world, taken out of packages that keep it. The app
 * carries the excerpt and not the packages: they are several megabytes, and a window opens with everything it
 * carries. `node scripts/make-rule-data.ts` writes the files anew, a test compares them with what it would write.
 */
export const RULE_DATA: Readonly<Record<string, () => unknown>> = {
  'src/core/address-rules/places.json': placesData,
  'src/core/address-rules/country-names.json': countryNamesData,
  'src/core/contact-rules/dialling.json': diallingData,
  'src/core/contact-rules/email-domains.json': emailDomainsData,
};

/** One line per entry, so that a new version of a package shows as what changed in the world. */
export function ruleDataText(data: unknown): string {
  if (typeof data !== 'object' || data === null) throw new Error('Rule data is an object');
  const lines = Object.entries(data).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, data] of Object.entries(RULE_DATA)) {
    writeFileSync(`${root}/${path}`, ruleDataText(data()));
  }
}
