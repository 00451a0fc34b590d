import { z } from 'zod';

const place = z.tuple([z.string(), z.guid()]);

/** Where a list goes on: the value it is ordered by and the id of the last row, as one opaque word. */
export function writeCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Reads such a word; what is none counts as the beginning of the list. */
export function readCursor(cursor: string | undefined): { value: string; id: string } | null {
  if (cursor === undefined) return null;
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
