/**
 * The Encoding standard's decoder, the same in Node and in a window. The pure room has the types of neither,
 * so the part it uses is declared here.
 */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
type DecoderConstructor = new (label: string, options?: { readonly fatal?: boolean }) => Decoder;

export const textDecoder = (label: string, options?: { readonly fatal?: boolean }): Decoder => {
  const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderConstructor };
  return new TextDecoder(label, options);
};
