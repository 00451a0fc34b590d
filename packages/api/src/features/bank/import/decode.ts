/** A file's text and the encoding it was read in. */
export type Decoded = { text: string; encoding: string };

const decode = (bytes: Uint8Array, encoding: string, fatal = false) =>
  new TextDecoder(encoding, { fatal, ignoreBOM: false }).decode(bytes);

/**
 * Reads text in the encodings question files come in: UTF-8 with or without its mark, UTF-16 either way round, and
 * Windows-1252 for what is neither. Line ends become line feeds.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  return { text, encoding: encoding.toUpperCase().replace('WINDOWS', 'Windows') };
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 400);
  const nulls = (odd: 0 | 1) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (nulls(1) > sample.length / 4) return 'utf-16le';
  if (nulls(0) > sample.length / 4) return 'utf-16be';
  try {
    decode(bytes, 'utf-8', true);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
