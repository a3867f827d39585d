import { DELIMITERS } from '../../../../src/core/csv/dialect.ts';
import { ENCODINGS, type Encoding } from '../../../../src/core/csv/encoding.ts';
import type { ImportOptions } from '../../../../src/core/csv/import.ts';
import { between, createRandom, pick, type Random } from '../../../../src/practice/random.ts';
import { bytesOf } from '../../making.ts';
import { REAL_LOOKING } from './real-looking.ts';

export interface Hostile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
}

const HARD = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '=',
  '="',
  'a',
  'é',
  '\ufeff',
  '\u0000',
  '0',
];
const PROGRAM_WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  'a',
  'a',
];

/** A whole number from 0 to below `end`. */
const below = (random: Random, end: number): number => between(random, 0, end - 1);

const some = (random: Random): Uint8Array => Uint8Array.from(pick(random, REAL_LOOKING).bytes);
const hardText = (random: Random, most: number): string =>
  Array.from({ length: below(random, most) }, () => pick(random, HARD)).join('');

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What can happen to a file, and what can be in one. */
const MISHAPS: Readonly<Record<string, (random: Random) => Uint8Array>> = {
  truncated: (random) => {
    const bytes = some(random);
    return bytes.subarray(0, below(random, bytes.length));
  },
  'with flipped bits': (random) => {
    const bytes = some(random);
    for (let flips = 1 + below(random, 20); flips > 0; flips--) {
      const at = below(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
    }
    return bytes;
  },
  'with bytes left out': (random) => {
    const bytes = some(random);
    const from = below(random, bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + below(random, 9)));
  },
  'with something put in': (random) => {
    const bytes = some(random);
    const at = below(random, bytes.length);
    return joined(bytes.subarray(0, at), bytesOf(pick(random, HARD)), bytes.subarray(at));
  },
  'put together from two': (random) => joined(some(random), some(random)),
  'of random bytes': (random) => Uint8Array.from({ length: below(random, 4_000) }, () => below(random, 256)),
  'of random marks': (random) => bytesOf(hardText(random, 300)),
  'of random marks below a header': (random) => bytesOf(`id,name\n${hardText(random, 200)}`),
  'with a huge cell': (random) =>
    bytesOf(`id,note\n1,"${'x\n'.repeat(10_000 + below(random, 40_000))}"\n2,y\n`),
  'with many columns': (random) => {
    const columns = pick(random, [999, 1_000, 1_001, 1_002, 40_000]);
    return bytesOf(`${'c,'.repeat(columns - 1)}c\n${'1,'.repeat(below(random, columns + 2))}\n`);
  },
  'with headers of programs': (random) => {
    const headers = Array.from({ length: 1 + below(random, 12) }, () => pick(random, PROGRAM_WORDS));
    const row = headers.map(() => pick(random, PROGRAM_WORDS));
    return bytesOf(`${headers.join(',')}\n${row.join(',')}\n${row.slice(1).join(',')}\n`);
  },
  'of nothing but structure': (random) => {
    const marks = [',', ';', '\n', '\r', '\r\n', '""', ' '];
    return bytesOf(Array.from({ length: below(random, 200) }, () => pick(random, marks)).join(''));
  },
  'with lines around its table': (random) =>
    bytesOf(
      `${pick(random, ['sep=;', 'sep=,', '"sep=|"', 'sep=', ''])}\n${hardText(random, 12)}\nid;zip;${hardText(random, 3)}\n1;="02138";${hardText(random, 6)}\n`,
    ),
  'of half characters': (random) => {
    const units = Uint16Array.from({ length: below(random, 300) }, () =>
      pick(random, [0xd800, 0xdc00, 0x61, 0x2c, 0x0a]),
    );
    return joined(
      Uint8Array.of(0xff, 0xfe),
      new Uint8Array(units.buffer),
      Uint8Array.of(...pick(random, [[], [1]])),
    );
  },
};

/** Half of the files are read as they come, half in a way somebody insists on, right or wrong. */
function optionsOf(random: Random): ImportOptions {
  const options: { -readonly [K in keyof ImportOptions]: ImportOptions[K] } = {};
  if (below(random, 2) === 0) return options;
  if (below(random, 2) === 0) options.encoding = pick<Encoding>(random, ENCODINGS);
  if (below(random, 3) === 0) options.delimiter = pick(random, DELIMITERS);
  if (below(random, 3) === 0) options.headerLine = 1 + below(random, 5);
  if (below(random, 3) === 0) options.excelText = 'keep';
  return options;
}

/** Files that nobody wrote on purpose, the same for the same seed. */
export function hostileFiles(seed: number, ofEach: number): readonly Hostile[] {
  const random = createRandom(seed);
  return Object.entries(MISHAPS).flatMap(([what, make]) =>
    Array.from({ length: ofEach }, (_, number) => ({
      what: `${what}, number ${number}`,
      bytes: make(random),
      options: optionsOf(random),
    })),
  );
}
