import { fileTypeFromBuffer } from 'file-type';

/** Bytes of a file's beginning that its type is judged by. */
export const SAMPLE_BYTES = 16 * 1024;

/** Shown inside a page: pixels and nothing that runs. All else is a download. */
const INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Played inside a page: sound and pictures that move. */
const PLAYABLE = new Set([
  'video/mp4',
  'video/webm',
  'video/ogg',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/webm',
]);

/** Text that its content cannot tell apart, by the ending of its name. */
const TEXT_BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
  vtt: 'text/vtt',
};

/** Whether a browser may show it inside a page. */
export function isInline(mediaType: string): boolean {
  return INLINE.has(mediaType);
}

/** Whether a browser may play it inside a page. */
export function isPlayable(mediaType: string): boolean {
  return PLAYABLE.has(mediaType);
}

/** Documents that carry programs are not taken. */
export function carriesMacros(mediaType: string): boolean {
  return mediaType.includes('macroenabled');
}

/** The type of a file by its content, whatever its name or its sender says. */
export async function mediaTypeOf(sample: Uint8Array, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  if (found) return found.mime.toLowerCase();
  if (!isText(sample)) return 'application/octet-stream';
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return TEXT_BY_ENDING[ending] ?? 'text/plain';
}

/** UTF-8 without control characters; a character cut by the sample's end is forgiven. */
function isText(sample: Uint8Array): boolean {
  if (sample.length === 0) return true;
  if (sample.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32) || byte === 127))
    return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
