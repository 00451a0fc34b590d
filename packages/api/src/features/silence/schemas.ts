import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { paces } from './rules.ts';

const reason = text({ min: 1, max: 4_000 });

/** A day and a time as they are read on a wall clock in the body's zone. */
export const wallTime = z.strictObject({
  day: z.iso.date({ error: 'errors.silence.day' }),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'errors.silence.time' }),
  /** Which of two, where the clocks are set back and the time comes twice. */
  fold: z.enum(['first', 'second']).default('first'),
});

/** Nations whom the chair has served by another channel, and how. */
const served = z.strictObject({ partyIds: z.array(uuid).max(100), how: text({ max: 500 }) });

const begin = {
  commandId,
  textId: uuid,
  /** The version that is laid on the table: the newest. */
  versionId: uuid,
  pace: z.enum(paces).default('normal'),
  until: wallTime,
  /** Why it is urgent; and, from the secretariat, the chair's instruction. */
  reason: text({ max: 1_000 }).default(''),
  instruction: text({ max: 1_000 }).default(''),
  /** Gaps in brackets that the chair lets stand. */
  placeholders: z.array(uuid).max(200).default([]),
  servedOtherwise: served.default({ partyIds: [], how: '' }),
};

/** The method proposed, which a nation may object to before it opens. */
export const announceInput = z.strictObject(begin);
/** Silence opened at once, or where it was announced. */
export const openInput = z.strictObject(begin);

const ofSilence = { commandId, silenceId: uuid };

/** A nation's receipt, its wish for more time, or its refusal of the method. */
export const sayInput = z.strictObject({ ...ofSilence, reason: text({ max: 2_000 }).default('') });

/** Silence broken: an objection, or an amendment, to paragraphs or the whole, with the reason. */
export const breakInput = z.strictObject({
  ...ofSilence,
  kind: z.enum(['objection', 'amendment']),
  paragraphIds: z.array(uuid).max(500),
  reason,
});

/** A break that reached the chair by letter; it takes effect at once and the nation confirms it. */
export const letterInput = z.strictObject({
  ...breakInput.shape,
  partyId: uuid,
  /** Scans of the letter, brought before. */
  fileIds: z.array(uuid).max(5).default([]),
});

/** A break that is lifted, or a letter that is confirmed. */
export const aboutBreakInput = z.strictObject({
  ...ofSilence,
  breakId: uuid,
  reason: text({ max: 2_000 }).default(''),
});

/** A later end, with the reason. */
export const extendInput = z.strictObject({ ...ofSilence, until: wallTime, reason });
/** Silence resumed after every break was lifted. */
export const resumeInput = z.strictObject({
  ...ofSilence,
  until: wallTime,
  reason: text({ max: 2_000 }).default(''),
});
/** Withdrawn, moved to a meeting or a higher body, or closed without being adopted. */
export const endInput = z.strictObject({
  ...ofSilence,
  kind: z.enum(['withdraw', 'refer', 'lapse']),
  reason,
});

/** The silence over a text, with its history. */
export const byTextInput = z.strictObject({ textId: uuid });
/** What a chair decides on before laying a text on the table. */
export const proposalInput = byTextInput;
/** An end that the chair thinks of. */
export const checkEndInput = z.strictObject({ textId: uuid, until: wallTime });
/** One procedure. */
export const ofSilenceInput = z.strictObject({ silenceId: uuid });
