import { ADDRESS_PARTS, type AddressName, type AddressPart } from '../fields.ts';
import { dictionary, wordSet } from './words-of.ts';

/** What exports and people call the parts of an address, as `wordsOf` makes them; the languages as in plain words. */
export const PART_WORDS: ReadonlyMap<string, AddressPart> = new Map([
  ...ADDRESS_PARTS.map((part) => [part.replaceAll('_', ' ').replace(/(\d)$/, ' $1'), part] as const),
  ...dictionary<AddressPart>({
    line1: `address, address 1, address line 1, addressline 1, address line, address one, line 1, addr, addr 1,
      addr line 1, addressline, street, street 1, street address, street address 1, streetaddress, street name,
      street line 1, street and number, street house number, street full, addres,
      strasse, strasse 1, str, strasse nr, strasse hausnummer, strasse und hausnummer, strasse und nr, strasse hausnr,
      adresse, adresse 1, adresszeile 1, adresszeile, anschrift, anschrift 1,
      rue, ligne d adresse 1, adresse ligne 1, voie, numero et rue,
      direccion, direccion 1, linea de direccion 1, calle, calle y numero, domicilio,
      indirizzo, indirizzo 1, via, via e numero civico, indirizzo e numero civico,
      adres, adresregel 1, straat, straatnaam, straat en huisnummer, straat huisnummer, straat 1,
      endereco, endereco 1, morada, morada 1, rua, logradouro, stras`,
    line2: `address 2, address line 2, addressline 2, address two, line 2, addr 2, addr line 2, street 2,
      street address 2, street line 2, suite, suite number, unit, unit number, apt, apartment, apartment suite,
      apt suite, apartment suite etc, apt suite unit, strasse 2, adresse 2, adresszeile 2, anschrift 2, adresszusatz,
      zusatz, complement, complement d adresse, complement adresse, ligne d adresse 2, adresse ligne 2,
      direccion 2, linea de direccion 2, piso, indirizzo 2, interno, adresregel 2, toevoeging, straat 2,
      endereco 2, complemento, morada 2`,
    city: `town, city name, city town, locality, suburb, ort, stadt, ort stadt, wohnort, ort 1, ort 01, ville, commune,
      ciudad, poblacion, localidad, municipio, citta, comune, plaats, stad, woonplaats, plaatsnaam, cidade, localidade,
      municipality`,
    state: `state code, state name, province, province code, prov, region, regio, region code, county, territory, prefecture,
      republic, bundesland, kanton, departement, provincia, comunidad autonoma, estado, uf, provincie,
      country sub division code, state region, district, distrito`,
    postal_code: `zip, zip code, zipcode, zip 4, postcode, post code, postal, postalcode, postal zip, pincode, pin code,
      eircode, plz, postleitzahl, plz 1, code postal, cp, c p, codigo postal, cap, codice postale, codice avviamento postale,
      cep, pstlz`,
    country: `country code, countrycode, country name, country iso, country iso code, iso country, iso country code,
      country 2 letter code, country code iso, country code alpha 2, country region, country or region, country territory,
      country key, nation,
      land, land 1, landercode, laendercode, landerkurzel, laenderkuerzel, landeskennzeichen, landeskurzel, landcode,
      staat, pays, code pays, pais, codigo de pais, codigo pais, paese, nazione, codice paese`,
  }),
]);

/** These may be about anything (sales regions, business units, floors); they name a part only behind an address. */
export const ONLY_OF_AN_ADDRESS =
  wordSet(`region, regio, region code, county, suite, suite number, unit, unit number,
  locality, territory, prefecture, republic, departement, district, distrito, zusatz, complement, interno, piso,
  toevoeging, postal, nation, municipality, municipio, comune, commune, suburb, line 1, voie, via, prov, staat,
  address one, complemento`);

/** Phrases that say whose address it is, anywhere in a header; with a noun they name its first line by themselves. */
export const ADDRESS_PHRASES: readonly {
  readonly address: AddressName;
  readonly phrase: RegExp;
  readonly isWhole: RegExp;
}[] = [
  {
    address: 'billing_address',
    phrase:
      /(?<!\S)(?:(?:billing|bill to|billto|bill|invoice to|invoice|invoicing)(?: (?:address|addr|adr|contact|info|details))?|rechnungs?(?: (?:adresse|anschrift|empfanger))?|(?:adresse )?(?:de )?facturation|(?:direccion )?(?:de )?facturacion|(?:indirizzo )?(?:di )?fatturazione|factuur(?: ?adres)?|(?:endereco |morada )?(?:de )?(?:cobranca|faturamento|faturacao))(?!\S)/,
    isWhole: /address|addr|adresse|anschrift|direccion|indirizzo|adres|endereco|morada/,
  },
  {
    address: 'shipping_address',
    phrase:
      /(?<!\S)(?:(?:shipping|ship to|shipto|ship|shipment|delivery|deliver to)(?: (?:address|addr|adr|contact|info|details))?|(?:liefer|lieferung|versand)(?: (?:adresse|anschrift))?|(?:adresse )?(?:de |d )?(?:livraison|expedition)|(?:direccion )?(?:de )?(?:envio|entrega)|(?:indirizzo )?(?:di )?(?:spedizione|consegna)|(?:aflever|verzend|bezorg)(?: ?adres)?|(?:endereco |morada )(?:de )?(?:entrega|envio))(?!\S)/,
    isWhole: /address|addr|adresse|anschrift|direccion|indirizzo|adres|endereco|morada/,
  },
];

/** Xero's postal and street address: `POCity`, `SAPostalCode`. */
export const ADDRESS_ABBREVIATIONS: readonly (readonly [RegExp, AddressName])[] = [
  [/^po (?=\S)/, 'billing_address'],
  [/^sa (?=\S)/, 'shipping_address'],
];
