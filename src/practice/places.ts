/**
 * Real cities with the postal codes that belong to them, so that a checker of addresses finds nothing to say
 * about the practice data. In a pattern `#` is a digit and `?` a letter.
 */
export interface Place {
  readonly city: string;
  readonly state?: string;
  readonly postalCode: string;
}

const place = (city: string, postalCode: string, state?: string): Place =>
  state === undefined ? { city, postalCode } : { city, postalCode, state };

/** By ISO 3166 country code. The US list has many leading zeros on purpose: Excel loses them. */
export const PLACES = {
  US: [
    place('Cambridge', '0213#', 'MA'),
    place('Boston', '0211#', 'MA'),
    place('Newark', '0710#', 'NJ'),
    place('Hartford', '0610#', 'CT'),
    place('Providence', '0290#', 'RI'),
    place('New York', '100##', 'NY'),
    place('Philadelphia', '191##', 'PA'),
    place('Atlanta', '303##', 'GA'),
    place('Chicago', '606##', 'IL'),
    place('Houston', '770##', 'TX'),
    place('Denver', '802##', 'CO'),
    place('San Francisco', '941##', 'CA'),
    place('Seattle', '981##', 'WA'),
  ],
  GB: [
    place('London', 'SW1A #??'),
    place('Manchester', 'M1 #??'),
    place('Leeds', 'LS6 #??'),
    place('Bristol', 'BS1 #??'),
    place('Edinburgh', 'EH1 #??'),
    place('Cardiff', 'CF10 #??'),
  ],
  DE: [
    place('Berlin', '101##'),
    place('Hamburg', '203##'),
    place('München', '803##'),
    place('Köln', '506##'),
    place('Düsseldorf', '402##'),
    place('Nürnberg', '904##'),
    place('Dresden', '010##'),
    place('Leipzig', '041##'),
  ],
  FR: [
    place('Paris', '7501#'),
    place('Lyon', '6900#'),
    place('Marseille', '1300#'),
    place('Saint-Étienne', '420##'),
    place('Nice', '060##'),
    place('Nîmes', '300##'),
    place('Orléans', '450##'),
  ],
  NL: [
    place('Amsterdam', '101# ??'),
    place('Rotterdam', '301# ??'),
    place('Utrecht', '351# ??'),
    place("'s-Hertogenbosch", '521# ??'),
    place('Groningen', '971# ??'),
  ],
  JP: [
    place('千代田区', '100-00##', '東京都'),
    place('大阪市北区', '530-00##', '大阪府'),
    place('横浜市中区', '231-00##', '神奈川県'),
    place('札幌市中央区', '060-00##', '北海道'),
  ],
  CA: [
    place('Toronto', 'M5V #?#', 'ON'),
    place('Montréal', 'H3B #?#', 'QC'),
    place('Québec', 'G1R #?#', 'QC'),
    place('Vancouver', 'V6B #?#', 'BC'),
    place('Calgary', 'T2P #?#', 'AB'),
  ],
  AU: [
    place('Sydney', '200#', 'NSW'),
    place('Melbourne', '300#', 'VIC'),
    place('Brisbane', '400#', 'QLD'),
    place('Perth', '600#', 'WA'),
    place('Darwin', '080#', 'NT'),
  ],
  BR: [
    place('São Paulo', '013##-###', 'SP'),
    place('Rio de Janeiro', '200##-###', 'RJ'),
    place('Belo Horizonte', '301##-###', 'MG'),
    place('Florianópolis', '880##-###', 'SC'),
  ],
  ES: [
    place('Madrid', '280##'),
    place('Barcelona', '080##'),
    place('Málaga', '290##'),
    place('A Coruña', '150##'),
  ],
} as const satisfies Record<string, readonly Place[]>;

export type CountryCode = keyof typeof PLACES;
