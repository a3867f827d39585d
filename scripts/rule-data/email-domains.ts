import { DEFAULT_CONFIG } from '@zootools/email-spell-checker/dist/lib/config/index.js';

/** Providers whose names people mistype, by whole domain and, where they have one per country, by name alone. */
export const emailDomainsData = (): Readonly<Record<string, readonly string[]>> => ({
  domains: [...new Set(DEFAULT_CONFIG.domains)].sort(),
  names: [...DEFAULT_CONFIG.secondLevelDomains].sort(),
  endings: [...new Set(DEFAULT_CONFIG.topLevelDomains)].sort(),
});
