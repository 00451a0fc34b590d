import { z } from 'zod';
import { text, uuid } from '../../schemas.ts';

/** The most paragraphs one version holds. */
export const MOST_PARAGRAPHS = 2_000;

/** One wording among those a bracket offers. */
const option = z.strictObject({ id: uuid, text: text({ max: 20_000 }) });

/**
 * A piece of a paragraph: agreed words, or a bracket. `contested`: one option, which some nations do not accept as it
 * stands; `alternative`: two or more, each kept by somebody; `placeholder`: a gap the chair lets stand (a date, a place).
 */
export const part = z.union([
  z.strictObject({ text: text({ max: 20_000 }) }),
  z.strictObject({
    bracket: uuid,
    kind: z.enum(['contested', 'alternative', 'placeholder']),
    options: z.array(option).min(1).max(12),
  }),
]);
export type Part = z.infer<typeof part>;
export type Bracket = Extract<Part, { bracket: string }>;

/** A paragraph of a version. Its id stays the same from version to version; its number is derived, never stored. */
export const paragraph = z.strictObject({
  id: uuid,
  kind: z.enum(['heading', 'preamble', 'paragraph', 'item']),
  parts: z.array(part).min(1).max(200),
});
export type Paragraph = z.infer<typeof paragraph>;

/** What a version says: its paragraphs in order, and a note of the chair to whoever reads it. */
export const versionContent = z.strictObject({
  paragraphs: z.array(paragraph).min(1).max(MOST_PARAGRAPHS),
  note: text({ max: 4_000 }),
});
export type VersionContent = z.infer<typeof versionContent>;

/** What an amendment proposes and why. A deletion has no words. */
export const amendmentContent = z.strictObject({
  words: text({ max: 20_000 }),
  reason: text({ max: 4_000 }),
});
export type AmendmentContent = z.infer<typeof amendmentContent>;

/** One text by its id. */
export const textInput = z.strictObject({ textId: uuid });
