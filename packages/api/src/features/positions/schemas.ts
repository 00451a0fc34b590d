import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { markingInput } from '../threads/schemas.ts';
import { kindNeedsWords, needsWords, reservationKinds, stances } from './rules.ts';

/** The most characters a position's words have. */
export const LONGEST_WORDS = 8_000;

/** How nations stand to a text: to its newest version, or to the one of a number. */
export const positionsInput = z.strictObject({ textId: uuid, version: z.int().min(1).optional() });

/** What a nation says something of: the newest version of a text. */
export const formingInput = z.strictObject({ textId: uuid });

/** A position on a version: released at once where the person may, or prepared for somebody else to release. */
export const takePositionInput = z
  .strictObject({
    commandId,
    textId: uuid,
    versionId: uuid,
    stance: z.enum(stances),
    words: text({ max: LONGEST_WORDS }).default(''),
    /** The text's own when left out; never wider. */
    marking: markingInput.optional(),
    instructed: z.boolean().default(false),
    prepareOnly: z.boolean().default(false),
  })
  .superRefine(({ stance, words }, context) => {
    if (needsWords(stance) && words.trim() === '') {
      context.addIssue({ code: 'custom', message: 'errors.position.words', path: ['words'] });
    }
  });

/** A position that was prepared. */
export const preparedInput = z.strictObject({ commandId, positionId: uuid });

/** What the nation said of an older version, said again of the newest. */
export const maintainInput = z.strictObject({ commandId, positionId: uuid, versionId: uuid });

/** Everything the nation has said of a text, no longer said. */
export const liftInput = z.strictObject({ commandId, textId: uuid });

/** A doubt of the nation about the newest version or some of its paragraphs, until it is lifted. */
export const enterReservationInput = z
  .strictObject({
    commandId,
    textId: uuid,
    versionId: uuid,
    kind: z.enum(reservationKinds),
    /** None: about the whole text. */
    paragraphIds: z.array(uuid).max(2_000),
    words: text({ max: LONGEST_WORDS }).default(''),
    expectedLift: z.iso.date({ error: 'errors.position.date' }).nullable(),
    marking: markingInput.optional(),
    /** The answer to whether it breaks silence, asked while silence runs: false stays a footnote. */
    breaksSilence: z.boolean().optional(),
  })
  .superRefine(({ kind, words }, context) => {
    if (kindNeedsWords(kind) && words.trim() === '') {
      context.addIssue({ code: 'custom', message: 'errors.position.words', path: ['words'] });
    }
  });

/** A reservation that is lifted. */
export const liftReservationInput = z.strictObject({ commandId, reservationId: uuid });

/** A reservation on an older version, held on the newest. */
export const maintainReservationInput = z.strictObject({ commandId, reservationId: uuid, versionId: uuid });

/** Something said for the record: why a nation takes its position, or how it reads the text. */
export const makeStatementInput = z.strictObject({
  commandId,
  textId: uuid,
  versionId: uuid,
  kind: z.enum(['explanation', 'interpretation']),
  words: text({ min: 1, max: LONGEST_WORDS }),
  marking: markingInput.optional(),
});

/** A statement that no longer goes on record. */
export const withdrawStatementInput = z.strictObject({ commandId, statementId: uuid });
