import { typedOf } from '@concord/api/features/texts/typed';
import type { Writing } from '@concord/api/features/texts/writing';
import type { Editing } from './types.ts';

/** The newest version as rows to type in; of a text without words one empty row. */
export function freshWriting({ number, paragraphs, text }: Editing): Writing {
  const rows = paragraphs.map(({ id, kind, parts }) => ({ id, kind, typed: typedOf(parts) }));
  // An id known to both sides, so that the page the server wrote is the one the browser goes on with.
  const empty = { id: text.id, kind: 'paragraph' as const, typed: '' };
  return { base: number, rows: rows.length > 0 ? rows : [empty], note: '', kept: [], takesIn: [] };
}

/** What the chair had kept, else the newest version. */
export function firstWriting(editing: Editing): Writing {
  return editing.kept?.draft ?? freshWriting(editing);
}
