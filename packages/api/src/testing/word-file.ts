import { pack, unpack } from '../zip.ts';

/** A Word file with its body changed, as somebody in a capital would have changed it. */
export async function changed(bytes: Buffer, change: (body: string) => string): Promise<Buffer> {
  const files = await unpack(bytes);
  const body = new TextDecoder().decode(files.get('word/document.xml'));
  const after = change(body);
  if (after === body) throw new Error('Nothing was changed.');
  files.set('word/document.xml', Buffer.from(after));
  return pack(files);
}
