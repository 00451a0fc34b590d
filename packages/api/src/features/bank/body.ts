import { z } from 'zod';
import { languageTag, singleLine, text } from '../../schemas.ts';

/** Names a part of a question (a choice, a gap, an area) for ever: translations and answers refer to it. */
export const partKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'errors.key' })
  .max(100);

/** Markdown as written, and as rendered when it was written. */
export const rich = z.strictObject({
  source: text({ max: 20_000 }),
  html: z.string().max(200_000).default(''),
});

/** Percent of a question's points a choice is worth; below 0 it takes away, and no question falls below 0. */
const share = z.number().min(-100).max(100);

/** What a question says in one language: its parts by key (choices, both sides of pairs, things to order, areas). */
export const questionTexts = z.strictObject({
  prompt: rich,
  explanation: rich,
  parts: z.record(partKey, z.strictObject({ text: rich, feedback: rich })).default({}),
});

/** How typed words are compared: folded (case, accents, quotes), with `*` for anything, or as a pattern. */
const acceptedText = z.strictObject({
  kind: z.enum(['folded', 'exact', 'wildcard', 'pattern']),
  text: singleLine({ min: 1, max: 500 }),
  share: share.default(100),
});

const acceptedNumber = z.strictObject({
  value: z.number(),
  /** Half the width of what is taken: in the answer's unit, or in percent of it. */
  tolerance: z.number().min(0).default(0),
  toleranceIs: z.enum(['absolute', 'percent']).default('absolute'),
  share: share.default(100),
});

/** Units a number may be given in: `factor` turns one of them into the unit of `value`. */
const unit = z.strictObject({ name: singleLine({ min: 1, max: 30 }), factor: z.number().positive() });

const gap = z.strictObject({
  key: partKey,
  /** A word typed, or one of a list. The prompt holds the place as `[[key]]`. */
  kind: z.enum(['text', 'choice']),
  accepted: z.record(languageTag, z.array(acceptedText).max(30)).default({}),
  choices: z
    .array(z.strictObject({ key: partKey, share }))
    .max(20)
    .default([]),
});

/** An area of a picture, in percent of its width and height, so that it holds at any size. */
const area = z.strictObject({
  key: partKey,
  shape: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('box'),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    }),
    z.strictObject({ is: z.literal('circle'), x: z.number(), y: z.number(), radius: z.number() }),
    z.strictObject({
      is: z.literal('polygon'),
      points: z
        .array(z.tuple([z.number(), z.number()]))
        .min(3)
        .max(60),
    }),
  ]),
  share,
});

const choices = z
  .array(z.strictObject({ key: partKey, share }))
  .min(2)
  .max(30);
const base = { texts: z.record(languageTag, questionTexts) };

/** A question as the bank holds it: what it says per language, and what is right. The one description of every type. */
export const questionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...base, choices, shuffle: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('multiple'), ...base, choices, shuffle: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('trueFalse'), ...base, right: z.boolean() }),
  z.strictObject({
    kind: z.literal('shortText'),
    ...base,
    accepted: z.record(languageTag, z.array(acceptedText).min(1).max(50)),
  }),
  z.strictObject({
    kind: z.literal('numeric'),
    ...base,
    accepted: z.array(acceptedNumber).min(1).max(20),
    units: z.array(unit).max(20).default([]),
    /** Percent taken away when a unit is asked for and missing or unknown; 100 makes it wrong. */
    unitPenalty: z.number().min(0).max(100).default(0),
  }),
  z.strictObject({
    kind: z.literal('matching'),
    ...base,
    pairs: z
      .array(z.strictObject({ left: partKey, right: partKey }))
      .min(2)
      .max(30),
    /** Right sides that belong to nothing. */
    spare: z.array(partKey).max(20).default([]),
  }),
  z.strictObject({
    kind: z.literal('ordering'),
    ...base,
    /** The parts in their right order. */
    order: z.array(partKey).min(2).max(30),
    /** `whole`: all or nothing; `place`: by right places; `pairs`: by neighbours in the right order. */
    credit: z.enum(['whole', 'place', 'pairs']).default('place'),
  }),
  z.strictObject({ kind: z.literal('gapText'), ...base, gaps: z.array(gap).min(1).max(50) }),
  z.strictObject({
    kind: z.literal('essay'),
    ...base,
    minWords: z.int().min(0).max(20_000).nullable().default(null),
    maxWords: z.int().min(1).max(20_000).nullable().default(null),
    /** For markers only, in Markdown. */
    guidance: text({ max: 20_000 }).default(''),
  }),
  z.strictObject({
    kind: z.literal('file'),
    ...base,
    maxFiles: z.int().min(1).max(10).default(1),
    /** Media types taken; empty: any. */
    mediaTypes: z
      .array(singleLine({ min: 1, max: 100 }))
      .max(20)
      .default([]),
    guidance: text({ max: 20_000 }).default(''),
  }),
  z.strictObject({
    kind: z.literal('hotspot'),
    ...base,
    imageFileId: z.guid(),
    /** What the picture shows, per language: without it nobody who cannot see it can answer. */
    alternatives: z.record(languageTag, text({ min: 1, max: 2_000 })),
    /** Each area also has its words among the parts: the list that stands for the picture. */
    areas: z.array(area).min(1).max(30),
  }),
]);

/** What a learner gives for an answer; an empty one takes it back. */
export const questionAnswer = z.union([
  z.strictObject({ choices: z.array(partKey).max(30) }),
  z.strictObject({ text: text({ max: 100_000 }) }),
  z.strictObject({ number: singleLine({ max: 100 }), unit: singleLine({ max: 30 }).nullable() }),
  z.strictObject({ pairs: z.record(partKey, partKey) }),
  z.strictObject({ order: z.array(partKey).max(30) }),
  z.strictObject({ gaps: z.record(partKey, singleLine({ max: 500 })) }),
  z.strictObject({ files: z.array(z.guid()).max(10) }),
  z.strictObject({ points: z.array(z.strictObject({ x: z.number(), y: z.number() })).max(30) }),
]);

export type QuestionBody = z.output<typeof questionBody>;
export type QuestionBodyInput = z.input<typeof questionBody>;
export type QuestionTexts = z.output<typeof questionTexts>;
export type QuestionAnswer = z.output<typeof questionAnswer>;
export type QuestionKind = QuestionBody['kind'];
