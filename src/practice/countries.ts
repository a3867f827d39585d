import type { Faker } from '@faker-js/faker';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as australian } from '@faker-js/faker/locale/en_AU';
import { faker as canadian } from '@faker-js/faker/locale/en_CA';
import { faker as british } from '@faker-js/faker/locale/en_GB';
import { faker as american } from '@faker-js/faker/locale/en_US';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import type { CountryCode } from './places.ts';

export interface Country {
  readonly code: CountryCode;
  readonly faker: Faker;
  /** Of 100 customers, how many are from here. */
  readonly share: number;
  /** What a second address line looks like here; `#` is a digit. */
  readonly secondLines: readonly string[];
  readonly phone: string;
  /** `type` and pattern of the tax id, where customers of this country have one. */
  readonly taxId?: { readonly type: string; readonly pattern: string };
}

export const COUNTRIES: readonly Country[] = [
  {
    code: 'US',
    faker: american,
    phone: '+1617#######',
    share: 34,
    secondLines: ['Suite #00', 'Apt. #B', 'Floor #', 'Unit ##'],
  },
  {
    code: 'GB',
    faker: british,
    phone: '+4420########',
    share: 12,
    secondLines: ['Flat #', 'Unit #', 'Floor #'],
    taxId: { type: 'gb_vat', pattern: 'GB#########' },
  },
  {
    code: 'DE',
    faker: german,
    phone: '+4930########',
    share: 15,
    secondLines: ['#. OG', 'Gebäude #', 'Hinterhaus'],
    taxId: { type: 'eu_vat', pattern: 'DE#########' },
  },
  {
    code: 'FR',
    faker: french,
    phone: '+331########',
    share: 10,
    secondLines: ['Bâtiment #', '#e étage', 'Escalier #'],
    taxId: { type: 'eu_vat', pattern: 'FR###########' },
  },
  {
    code: 'NL',
    faker: dutch,
    phone: '+3120#######',
    share: 6,
    secondLines: ['# hoog', 'Unit #'],
    taxId: { type: 'eu_vat', pattern: 'NL#########B##' },
  },
  {
    code: 'JP',
    faker: japanese,
    phone: '+813########',
    share: 4,
    secondLines: ['#階', '#0#号室'],
    taxId: { type: 'jp_cn', pattern: '#############' },
  },
  { code: 'CA', faker: canadian, phone: '+1416#######', share: 7, secondLines: ['Suite #00', 'Unit ##'] },
  {
    code: 'AU',
    faker: australian,
    phone: '+612########',
    share: 5,
    secondLines: ['Level #', 'Unit #'],
    taxId: { type: 'au_abn', pattern: '###########' },
  },
  {
    code: 'BR',
    faker: brazilian,
    phone: '+55119########',
    share: 3,
    secondLines: ['Sala #0#', 'Bloco #'],
    taxId: { type: 'br_cnpj', pattern: '##.###.###/0001-##' },
  },
  {
    code: 'ES',
    faker: spanish,
    phone: '+3491#######',
    share: 4,
    secondLines: ['#º A', 'Bajo', 'Planta #'],
    taxId: { type: 'eu_vat', pattern: 'ESB########' },
  },
];
