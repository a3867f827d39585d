import { type CountryCode, getCountries, Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

interface DiallingData {
  readonly callingCode: string;
  /** Possible numbers of digits behind the calling code. */
  readonly lengths: readonly number[];
  readonly isMain: boolean;
  /** Dialled before the number inside the country only. */
  readonly nationalPrefix?: string;
}

/** The part of a numbering plan that the package's types leave out. */
interface NumberingPlan {
  callingCode(): string;
  possibleLengths(): readonly number[];
  /** 0 where there is none. */
  nationalPrefix(): string | 0;
}

/** Numbering plans of all countries, from Google's libphonenumber as libphonenumber-js carries it. */
export function diallingData(): Readonly<Record<string, DiallingData>> {
  return Object.fromEntries(
    getCountries(metadata)
      .sort()
      .map((country) => [country, diallingOf(country)]),
  );
}

function diallingOf(country: CountryCode): DiallingData {
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(country);
  const { numberingPlan: plan } = plans as unknown as { readonly numberingPlan: NumberingPlan };
  const nationalPrefix = plan.nationalPrefix();
  return {
    callingCode: plan.callingCode(),
    lengths: plan.possibleLengths(),
    isMain: metadata.country_calling_codes[plan.callingCode()]?.[0] === country,
    ...(nationalPrefix !== 0 && { nationalPrefix }),
  };
}
