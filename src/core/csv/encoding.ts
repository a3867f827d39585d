import type { Diagnostic } from '../diagnostic.ts';
import { err, ok, type Result } from '../result.ts';
import { finding } from '../words/diagnostics.ts';
import { textDecoder } from './encoding-api.ts';

/**
 * Encodings a person can choose, by the Encoding standard's labels; the first four are recognised. Only those which
 * Chromium and Node read alike: window and engine decode the same bytes, each by its own decoder. GB 18030 is
 * also the way to read GBK, of which the two have different ideas (of GB 18030 itself they differ in 18 characters
 * that are as good as never used).
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'windows-1257',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1258',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Encodings of all characters there are; in any other the same bytes could be text in several. */
export const isUnicode = (encoding: Encoding): boolean => encoding.startsWith('utf-');

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Files that people drop by mistake, by their first bytes. */
const OTHER_FILES: readonly (readonly [readonly number[], Diagnostic])[] = [
  [[0x50, 0x4b, 0x03, 0x04], finding('excel_workbook', { kind: 'file' })],
  [[0xd0, 0xcf, 0x11, 0xe0], finding('excel_workbook', { kind: 'file' })],
  [[0x25, 0x50, 0x44, 0x46], finding('not_text', { kind: 'file' }, { what: 'a PDF document' })],
  [[0x89, 0x50, 0x4e, 0x47], finding('not_text', { kind: 'file' }, { what: 'a picture' })],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** What a file's first bytes say about its encoding, or why it is no text at all. */
export function encodingOf(
  start: Uint8Array,
  chosen?: Encoding,
): Result<{ readonly encoding: Encoding; readonly by: KnownBy }, Diagnostic> {
  if (start.length === 0) return err(finding('empty_file', { kind: 'file' }));
  const other = OTHER_FILES.find(([first]) => startsWith(start, first));
  if (other) return err(other[1]);
  if (chosen) return ok({ encoding: chosen, by: 'choice' });
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(start, mark));
  if (marked) return ok({ encoding: marked[0], by: 'byte order mark' });
  return ok({ encoding: wideEncodingOf(start) ?? 'utf-8', by: 'its bytes' });
}

/** A file's bytes, of which some may still be on their way: chunks are added at the end until it is complete. */
export interface ByteSource {
  readonly chunks: readonly Uint8Array[];
  readonly isComplete: boolean;
}

/** Said where a step needs bytes that are not there yet. */
export const STARVED = 'starved';

/** Thrown inside while decoding: the bytes are not valid in their encoding. */
class InvalidBytes extends Error {}

/**
 * Bytes to text, slice by slice: a byte order mark, strict UTF-8, UTF-16 by its zero bytes, else Windows-1252.
 * Never silently wrong: bytes that are not valid in a chosen encoding are an error, an assumption is said by
 * the caller. Slices that turn out not to be UTF-8 after all are decoded again, and `restart` says so.
 */
export class TextSlices {
  readonly #source: ByteSource;
  #encoding: Encoding;
  #by: KnownBy;

  constructor(source: ByteSource, start: { readonly encoding: Encoding; readonly by: KnownBy }) {
    this.#source = source;
    this.#encoding = start.encoding;
    this.#by = start.by;
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  get by(): KnownBy {
    return this.#by;
  }

  /** Each slice's text with the bytes done by then; `restart` before the first of a second try. */
  *slices(): Generator<TextSlice | typeof STARVED, Result<void, Diagnostic>> {
    try {
      yield* this.#decode();
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof InvalidBytes)) throw error;
    }
    if (this.#encoding !== 'utf-8' || this.#by !== 'its bytes') {
      return err(finding('not_in_encoding', { kind: 'file' }, { encoding: this.#encoding.toUpperCase() }));
    }
    this.#encoding = 'windows-1252';
    this.#by = 'assumption';
    yield { kind: 'restart' };
    yield* this.#decode();
    return ok(undefined);
  }

  *#decode(): Generator<TextSlice | typeof STARVED> {
    const decoder = textDecoder(this.#encoding, { fatal: true });
    let bytesDone = 0;
    for (const slice of slicesOf(this.#source)) {
      if (slice === STARVED) {
        yield slice;
        continue;
      }
      bytesDone += slice.length;
      yield { kind: 'text', text: decodeStrictly(() => decoder.decode(slice, { stream: true })), bytesDone };
    }
    const rest = decodeStrictly(() => decoder.decode());
    if (rest !== '') yield { kind: 'text', text: rest, bytesDone };
  }
}

export type KnownBy = 'byte order mark' | 'its bytes' | 'assumption' | 'choice';

export type TextSlice =
  | { readonly kind: 'text'; readonly text: string; readonly bytesDone: number }
  | { readonly kind: 'restart' };

function decodeStrictly(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new InvalidBytes();
  }
}

/** So much is decoded and parsed at once: a window must not stand still for longer than a blink. */
const SLICE_BYTES = 256 * 1024;

function* slicesOf(source: ByteSource): Generator<Uint8Array | typeof STARVED> {
  for (let next = 0; ; ) {
    const chunk = source.chunks[next];
    if (chunk === undefined) {
      if (source.isComplete) return;
      yield STARVED;
      continue;
    }
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) yield chunk.subarray(at, at + SLICE_BYTES);
    next++;
  }
}

const SAMPLE_BYTES = 4_096;

/** UTF-16 without a mark: Latin text has a zero in every other byte, and a CSV file has no other reason for zeros. */
function wideEncodingOf(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++;
  const many = sample.length / 8;
  if (zeros.odd > many && zeros.even <= zeros.odd / 16) return 'utf-16le';
  if (zeros.even > many && zeros.odd <= zeros.even / 16) return 'utf-16be';
  return undefined;
}
