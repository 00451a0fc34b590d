import { courseTexts } from '@concord/db/schema/courses';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/** A course's title in both languages, as notifications keep names. */
export async function courseNames(ctx: Pick<Context, 'tx'>, versionId: string) {
  const rows = await ctx.tx
    .select({ language: courseTexts.language, title: courseTexts.title })
    .from(courseTexts)
    .where(eq(courseTexts.versionId, versionId));
  const titles = new Map(rows.map(({ language, title }) => [language, title]));
  const course = titles.get('en') ?? rows[0]?.title ?? '';
  return { course, courseFr: titles.get('fr') ?? course };
}
