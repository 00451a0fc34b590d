import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';

/** The most characters a note in the margin has. */
export const LONGEST_NOTE = 4_000;

/** The most notes one delegation keeps beside one text. */
export const MOST_NOTES = 1_000;

const words = text({ min: 1, max: LONGEST_NOTE });

/** The own delegation's notes beside a text. */
export const marginInput = z.strictObject({ textId: uuid });

/** A note beside a paragraph of the newest version; beside none, it is about the whole text. */
export const writeNoteInput = z.strictObject({
  commandId,
  textId: uuid,
  paragraphId: uuid.nullable(),
  words,
});

/** Other words for a note of one's own. */
export const changeNoteInput = z.strictObject({ commandId, noteId: uuid, words });

/** A note that goes. */
export const removeNoteInput = z.strictObject({ commandId, noteId: uuid });
