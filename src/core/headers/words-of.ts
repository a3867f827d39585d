/** Written as one word, as German, Dutch and careless English do: `Rechnungsland`, `factuurplaats`, `billingzip`. */
const COMPOUND =
  /\b(rechnungs|liefer|versand|factuur|aflever|verzend|bezorg|billing|shipping|billto|shipto)(?=[a-z]{2})/g;

/** `billingAddress[postal_code]`, `BillingAddressPostalCode` → `billing address postal code`; accents are dropped. */
export const wordsOf = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    // `BillToZIPCode`, but not the plural of `IDs`.
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail/g, 'email')
    .replace(COMPOUND, '$1 ')
    .trim();

/** A table's words: headings of a dictionary with the texts that mean them, separated by commas. */
export const dictionary = <Meaning extends string>(
  entries: Readonly<Partial<Record<Meaning, string>>>,
): ReadonlyMap<string, Meaning> =>
  new Map(
    Object.entries<string | undefined>(entries).flatMap(([meaning, texts = '']) =>
      texts.split(',').map((text) => [text.trim().replaceAll(/\s+/g, ' '), meaning as Meaning] as const),
    ),
  );

export const wordSet = (texts: string): ReadonlySet<string> =>
  new Set(texts.split(',').map((text) => text.trim().replaceAll(/\s+/g, ' ')));
