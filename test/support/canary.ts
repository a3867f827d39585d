/** The forms in which a secret could be in a file, a message or a page: as it is, as UTF-16, in base64 and in hex. */
export function formsOf(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    ...[utf8, utf16].flatMap(base64Forms),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(encodeURIComponent(secret)),
  ];
}

/** In base64 a text looks different for each place it can begin at among three bytes; its middle is compared. */
const base64Forms = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(offset === 0 ? 0 : 4, text.length - 2));
  });
