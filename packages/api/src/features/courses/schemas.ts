import { z } from 'zod';
import { languageTag, text, uuid } from '../../schemas.ts';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a part of an address can name a course or an activity. */
export function isKey(value: string): boolean {
  return value.length <= 100 && KEY.test(value);
}

/** Names a course (its slug, or its id) or an activity (its key, or its id) in an address. */
export const key = z.string({ error: 'errors.key' }).max(100, { error: 'errors.key' }).regex(KEY, {
  error: 'errors.key',
});

/** Addresses of the portal's own under `/learn`, which no course can have. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['bank', 'courses', 'credentials', 'frameworks', 'messages', 'mine', 'paths', 'seats'],
]);

/** Whether a course can have this address. */
export function isCourseSlug(value: string): boolean {
  return isKey(value) && !TAKEN.has(value);
}

/** What the catalogue is asked for; `after` is the last course of the page before. */
export const catalogueInput = z.strictObject({
  words: text({ max: 200 }).default(''),
  category: key.optional(),
  language: languageTag.optional(),
  after: z.strictObject({ title: text({ max: 1000 }), id: uuid }).optional(),
});

export const courseInput = z.strictObject({ course: key });

export const activityInput = z.strictObject({
  course: key,
  activity: key,
  /** Shows the page in this language once, without choosing it for good. */
  language: languageTag.optional(),
});

export type CatalogueInput = z.output<typeof catalogueInput>;
export type ActivityInput = z.output<typeof activityInput>;
