import { z } from 'zod';
import { commandId, languageTag, singleLine, uuid } from '../../schemas.ts';

/** The heading last in view and the block of the page at the top of the screen: `md-the-first-hour~12`. */
export const anchor = singleLine({ max: 300 });

export const enrolInput = z.strictObject({ commandId, courseId: uuid });
export const withdrawInput = z.strictObject({ commandId, enrolmentId: uuid });
export const seeInput = z.strictObject({
  commandId,
  enrolmentId: uuid,
  activityId: uuid,
  anchor: anchor.nullable(),
});
export const completeInput = z.strictObject({ commandId, enrolmentId: uuid, activityId: uuid });
export const chooseLanguageInput = z.strictObject({ commandId, enrolmentId: uuid, language: languageTag });

export type SeeInput = z.output<typeof seeInput>;
